import { nearestNames } from '../../core/nearest-name.js';
import { isSimpleIdentifier } from '../names.js';
import { type LexicalForm, wordsOf } from './lexical-form.js';

/** The elements of the model that a term may apply to (OData CSDL XML 4.01, section 14.1.2). */
const APPLICABLE: ReadonlySet<string> = new Set([
  ...['Action', 'ActionImport', 'Annotation', 'Apply', 'Cast', 'Collection', 'ComplexType'],
  ...[
    'EntityContainer',
    'EntitySet',
    'EntityType',
    'EnumType',
    'Function',
    'FunctionImport',
    'If',
    'Include',
  ],
  ...['IsOf', 'LabeledElement', 'Member', 'NavigationProperty', 'Null', 'OnDelete', 'Parameter', 'Property'],
  ...['PropertyValue', 'Record', 'Reference', 'ReferentialConstraint', 'ReturnType', 'Schema', 'Singleton'],
  ...['Term', 'TypeDefinition', 'UrlRef'],
]);

/**
 * What a term applies to: names of elements with blanks between. As in the XML schema of the standard, a name of
 * another time may stand alone.
 */
export const APPLIES_TO: LexicalForm = {
  expected: 'names of elements that can be annotated, such as "Property EntityType"',
  test: (value) => strange(value).length === 0 || (wordsOf(value).length === 1 && isSimpleIdentifier(value)),
  hint: (value) => {
    const [first = ''] = strange(value);
    const [near] = first.length > 100 ? [] : nearestNames(first, APPLICABLE, 1);
    return near === undefined ? undefined : `Did you mean "${near}"?`;
  },
};

function strange(value: string): readonly string[] {
  return wordsOf(value).filter((word) => !APPLICABLE.has(word));
}
