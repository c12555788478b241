const JSON_FORMAT = /^(?:json|application\/json(?:\s*;.*)?)$/i;
const XML_FORMAT = /^(?:xml|application\/xml(?:\s*;.*)?)$/i;

/** The `$format` of a query that takes no other options. */
export function formatOf(search: string): string | undefined {
  const options = new URLSearchParams(search);
  return options.get('$format') ?? undefined;
}

export function isJsonFormat(format: string | undefined): boolean {
  return format === undefined || JSON_FORMAT.test(format);
}

export function isXmlFormat(format: string | undefined): boolean {
  return format === undefined || XML_FORMAT.test(format);
}
