const HEADER_NAMES = ['authorization', 'proxy-authorization', 'cookie', 'set-cookie'];
const PARAMETER_NAMES = [
  'access_token',
  'refresh_token',
  'id_token',
  'bearer_token',
  'auth_token',
  'token',
  'client_secret',
  'client_assertion',
  'api_key',
  'api-key',
  'apikey',
  'password',
  'passwd',
  'pwd',
  'secret',
  'authorization',
];

// None of these can go back over what it has read: each repetition ends at a character that it cannot hold.
const HEADER = new RegExp(
  String.raw`\b(${[...HEADER_NAMES].reverse().join('|')})(\\{0,3}["']?[ \t]{0,9}:[ \t]{0,9})(?:(\\{0,3}")[^"\r\n]*|(')[^'\r\n]*|[^"'\r\n][^\r\n]*)`,
  'gi',
);
const PARAMETER = new RegExp(
  String.raw`(?<=^|[^\w-]|%3f|%26)((?:${PARAMETER_NAMES.join('|')})(?:=|%3d))[^&#\s"'<>;\\]+`,
  'gi',
);
const MEMBER = new RegExp(
  String.raw`("(?:${PARAMETER_NAMES.join('|')})"\s{0,9}:\s{0,9}")[^"\\]*(?:\\.[^"\\]*)*`,
  'gi',
);
const MAY_HOLD_A_PLACE = /[:=]|%3d/i;
const USER_IN_URL = /:\/\/[^\s/?#@"'<>\\]*@/g;

/**
 * The text without what stands where credentials stand: values of `Authorization` and cookie headers, the user part
 * of URLs, parameters and JSON members named like `access_token`. `mark` takes its place.
 */
export function redactPlaces(text: string, mark: string): string {
  // Most texts are names and sentences without any such place.
  if (!MAY_HOLD_A_PLACE.test(text)) return text;
  return text
    .replace(HEADER, (_whole, name: string, colon: string, double?: string, single?: string) => {
      return `${name}${colon}${double ?? single ?? ''}${mark}`;
    })
    .replace(PARAMETER, `$1${mark}`)
    .replace(MEMBER, `$1${mark}`)
    .replace(USER_IN_URL, `://${mark}@`);
}

/** True for the name of a header whose value is never shown. */
export function isSensitiveHeader(name: string): boolean {
  return HEADER_NAMES.includes(name.toLowerCase());
}

/** True for the name of a header or parameter whose value is never shown. */
export function isSensitiveKey(name: string): boolean {
  return isSensitiveHeader(name) || PARAMETER_NAMES.includes(name.toLowerCase());
}
