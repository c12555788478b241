/** An address as reports show it: below the service root where it lies there, and redacted. */
export function shownUri(uri: string, serviceRoot: URL, redact: (text: string) => string): string {
  const { href } = new URL(uri, serviceRoot);
  return redact(href.startsWith(serviceRoot.href) ? href.slice(serviceRoot.href.length) : href);
}
