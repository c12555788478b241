/**
 * The lexical forms of names and paths (OData CSDL XML 4.01, section 15; 4.0, section 17). What does not have the form
 * that its attribute asks for is `edmx/structure`'s business: no other rule need look at it.
 */

const IDENTIFIER = String.raw`[\p{L}\p{Nl}_][\p{L}\p{Nl}\p{Nd}\p{Mn}\p{Mc}\p{Pc}\p{Cf}]{0,127}`;
const DOTTED = String.raw`${IDENTIFIER}(?:\.${IDENTIFIER})*`;
const TYPE = String.raw`(?:${DOTTED}|Collection\(${DOTTED}\))`;
const TERM = `@${DOTTED}(?:#${IDENTIFIER})?`;

const SIMPLE_IDENTIFIER = whole(IDENTIFIER);
const NAMESPACE = whole(DOTTED);
const QUALIFIED_NAME = whole(String.raw`${IDENTIFIER}(?:\.${IDENTIFIER})+`);
const PATH = whole(String.raw`${DOTTED}(?:\/${DOTTED})*`);
const MODEL_PATH = whole(String.raw`(?:\/?@?${IDENTIFIER}(?:(?:[.\/#@]|\/@)${IDENTIFIER})*(?:\/\$count)?)?`);
const TARGET_PATH = whole(
  String.raw`${DOTTED}(?:\((?:${TYPE}(?:,${TYPE})*)?\))?(?:\/(?:${DOTTED}|${TERM}|\$ReturnType))*`,
);

// Most names are of ASCII, and patterns of it are matched several times as fast.
const ASCII_IDENTIFIER = /^[A-Za-z_]\w{0,127}$/;
const ASCII_QUALIFIED_NAME = /^[A-Za-z_]\w{0,127}(?:\.[A-Za-z_]\w{0,127})+$/;

const LONGEST_NAMESPACE = 511;

/** Names that the standard keeps for itself: no namespace, and no alias (4.01, sections 5 and 5.1). */
export const RESERVED_NAMES: ReadonlySet<string> = new Set(['Edm', 'odata', 'System', 'Transient']);

/** A simple identifier: 1 to 128 characters, of which the first is a letter or underscore, the others digits too. */
export function isSimpleIdentifier(text: string): boolean {
  return ASCII_IDENTIFIER.test(text) || SIMPLE_IDENTIFIER.test(text);
}

/** A namespace: simple identifiers joined by dots, at most 511 characters. */
export function isNamespace(text: string): boolean {
  return text.length <= LONGEST_NAMESPACE && NAMESPACE.test(text);
}

/** A qualified name: a namespace or alias, a dot and a simple identifier. */
export function isQualifiedName(text: string): boolean {
  return ASCII_QUALIFIED_NAME.test(text) || QUALIFIED_NAME.test(text);
}

/** A qualified name, or one within `Collection(…)`. */
export function isTypeName(text: string): boolean {
  return isQualifiedName(collectedType(text) ?? text);
}

/** What stands within `Collection(…)`. */
export function collectedType(text: string): string | undefined {
  return text.startsWith('Collection(') && text.endsWith(')')
    ? text.slice('Collection('.length, -1)
    : undefined;
}

/** Simple identifiers and qualified names joined by slashes. */
export function isPath(text: string): boolean {
  return ASCII_IDENTIFIER.test(text) || PATH.test(text);
}

/** A path to a model element: it may be empty, start with a slash, and lead to annotations (4.01, section 14.4.1.1). */
export function isModelPath(text: string): boolean {
  return MODEL_PATH.test(text);
}

/** The target of annotations (4.01, section 15.4): a path whose first segment may have an overload's types. */
export function isTargetPath(text: string): boolean {
  return TARGET_PATH.test(text);
}

function whole(pattern: string): RegExp {
  return new RegExp(`^(?:${pattern})$`, 'u');
}
