/** The annotation that says what a payload is (RCP-25, Context). */
export const RESO_CONTEXT = '@reso.context';

/** What a context names, as it is written there. */
export interface ResoContext {
  readonly version: string;
  readonly resource: string;
}

/** `urn:reso:metadata:1.7:resource:property`, in any case, with or without further parts. */
const URN = /^urn:reso:metadata:([^:]+):resource:([^:]+)(?::.*)?$/is;

/** Reads a URN of the RESO namespace that names a resource (RFC 8141; RCP-25, 3.4.1 (a)); nothing for any other text. */
export function parseResoContext(urn: string): ResoContext | undefined {
  const [, version, resource] = URN.exec(urn) ?? [];
  return version === undefined || resource === undefined ? undefined : { version, resource };
}
