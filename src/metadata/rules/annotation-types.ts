import { collectedType, isQualifiedName, isSimpleIdentifier } from '../names.js';
import { quote } from '../quote.js';
import type { AnnotationNames } from './annotation-names.js';
import type { Fault } from './fault.js';
import type { RuleInput } from './rule-context.js';

/**
 * Types and members in the values of annotations that their own Schema does not declare: a warning each, at the first
 * use, as all that concerns annotations. What is of another namespace is taken on trust (OData CSDL XML 4.01, sections
 * 14.3.7, 14.4.5, 14.4.8 and 14.4.12).
 */
export function* annotationTypes({ types }: AnnotationNames, input: RuleInput): Generator<Fault> {
  const own = new Set(input.model.schemas.map(({ namespace }) => namespace));
  const seen = new Set<string>();
  for (const named of types) {
    const name = input.model.names.qualifyPath(collectedType(named.text) ?? named.text);
    if (seen.has(name)) continue;
    seen.add(name);
    if (isKnown(name, own, input)) continue;
    const isMember = name.includes('/');
    yield {
      at: named.at,
      ...(named.attribute === undefined ? {} : { attribute: named.attribute }),
      subject: { element: `Annotation/${isMember ? 'EnumMember' : 'Type'}[${name}]` },
      message: `The value of an annotation names the ${isMember ? 'enumeration member' : 'type'} ${quote(named.text)}, which the metadata does not declare`,
      advice: 'Correct the name, or clients cannot read the value.',
      clause: named.clause,
      expected: isMember ? 'a member that the metadata declares' : 'a type that the metadata declares',
      found: named.text,
      severity: 'warning',
    };
  }
}

function isKnown(name: string, own: ReadonlySet<string>, { model, unnamed }: RuleInput): boolean {
  const [typeName = '', member, ...rest] = name.split('/');
  // What has not the form of a name is told by edmx/structure.
  if (rest.length > 0 || (member !== undefined && !isSimpleIdentifier(member))) return true;
  if (!isQualifiedName(typeName) || !own.has(typeName.slice(0, typeName.lastIndexOf('.')))) return true;
  const type = model.types.get(typeName);
  if (type === undefined) return unnamed.mayBe(typeName);
  if (member === undefined) return true;
  if (type.kind !== 'EnumType') return false;
  return type.members.some((one) => one.name === member) || unnamed.isIn(type);
}
