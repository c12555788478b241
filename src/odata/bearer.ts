const TOKEN = /^[\x21-\x7e]+$/;

/** The `Authorization` of a bearer token (RFC 6750, 2.1), or nothing when no header can carry the token. */
export function bearerHeader(token: string): string | undefined {
  return TOKEN.test(token) ? `Bearer ${token}` : undefined;
}
