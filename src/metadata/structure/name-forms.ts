import { nearestNames } from '../../core/nearest-name.js';
import { PRIMITIVE_TYPES } from '../edm-types.js';
import {
  isModelPath,
  isNamespace,
  isPath,
  isQualifiedName,
  isSimpleIdentifier,
  isTargetPath,
  isTypeName,
  RESERVED_NAMES,
} from '../names.js';
import type { LexicalForm } from './lexical-form.js';

const LONGEST_IDENTIFIER = 128;
const LONGEST_NAME_TO_COMPARE = 200;

/** OData CSDL XML 4.01, section 15.2. */
export const SIMPLE_IDENTIFIER: LexicalForm = {
  expected: 'a name of at most 128 letters, digits and underscores that starts with no digit',
  test: isSimpleIdentifier,
  hint: identifierHint,
};

/** OData CSDL XML 4.01, section 15.1. */
export const NAMESPACE: LexicalForm = {
  expected: 'a namespace of names joined by dots',
  test: isNamespace,
};

/** The namespace of a schema, which must be none of the reserved ones. */
export const SCHEMA_NAMESPACE: LexicalForm = unreserved(NAMESPACE);

/** An alias, which must be none of the reserved ones. */
export const ALIAS: LexicalForm = unreserved(SIMPLE_IDENTIFIER);

/** OData CSDL XML 4.01, section 15.3. */
export const QUALIFIED_NAME: LexicalForm = {
  expected: 'a name qualified with a namespace or alias, such as ns.Name',
  test: isQualifiedName,
  hint: typeHint,
};

/** A qualified name or `Collection(…)` around one (OData CSDL XML 4.0, section 17.4). */
export const TYPE_NAME: LexicalForm = {
  expected: 'a type qualified with its namespace or alias, such as Edm.String, or Collection(…) around one',
  test: isTypeName,
  hint: typeHint,
};

/** A path of names, such as the one to a key property. */
export const PATH: LexicalForm = { expected: 'a path of names joined by slashes', test: isPath };

/** OData CSDL XML 4.01, section 14.4.1.1. */
export const MODEL_PATH: LexicalForm = {
  expected: 'a path of names joined by slashes, terms with an @ before them',
  test: isModelPath,
};

/** OData CSDL XML 4.01, section 15.4. */
export const TARGET_PATH: LexicalForm = {
  expected:
    'the path of an element of the model, such as ns.Type/Property or ns.Function(Edm.String)/Parameter',
  test: isTargetPath,
};

function unreserved(form: LexicalForm): LexicalForm {
  return {
    expected: `${form.expected} that is not reserved (${[...RESERVED_NAMES].join(', ')})`,
    test: (value) => !RESERVED_NAMES.has(value) && form.test(value),
    hint: (value) => (RESERVED_NAMES.has(value) ? 'Choose another one.' : form.hint?.(value)),
  };
}

function identifierHint(value: string): string | undefined {
  if (value === '') return 'Give it a name.';
  const length = [...value].length;
  if (length > LONGEST_IDENTIFIER) return `It has ${length} characters: shorten it.`;
  if (/^\p{Nd}/u.test(value)) return 'It starts with a digit: put a letter or underscore before it.';
  const wrong = /[^\p{L}\p{Nl}\p{Nd}\p{Mn}\p{Mc}\p{Pc}\p{Cf}]/u.exec(value)?.[0];
  if (wrong === undefined) return undefined;
  return /\s/.test(wrong) ? 'Remove the blank in it.' : `Remove the "${wrong}" in it.`;
}

function typeHint(value: string): string | undefined {
  const bare = value.replace(/^Collection\(/, '').replace(/\)$/, '');
  if (value.startsWith('Collection(') && !value.endsWith(')')) return 'Close the parenthesis.';
  if (bare.length > LONGEST_NAME_TO_COMPARE || bare.includes('.')) return undefined;
  const [near] = nearestNames(`Edm.${bare}`, PRIMITIVE_TYPES, 1);
  if (near?.toLowerCase() !== `edm.${bare.toLowerCase()}`) return undefined;
  return `Did you mean "${value.replace(bare, near)}"?`;
}
