const SIMPLE_IDENTIFIER = /^[\p{L}\p{Nl}_][\p{L}\p{Nl}\p{Nd}\p{Mn}\p{Mc}\p{Pc}\p{Cf}_]{0,127}$/u;

/**
 * Whether a name can be that of a resource, a field or an expansion: at most 128 letters, digits and underscores, no
 * digit first. OData CSDL XML 4.01, section 15.2.
 */
export function isSimpleIdentifier(name: string): boolean {
  return SIMPLE_IDENTIFIER.test(name);
}
