import { shorten } from '../../core/shorten.js';
import type { DeclaredMember } from '../declared-members.js';
import type { StructuredType } from '../model.js';
import { resolveType } from '../resolve-type.js';
import { CLAUSES } from '../structure/clauses.js';
import { typePath } from '../subjects.js';
import type { Fault } from './fault.js';
import type { RuleInput } from './rule-context.js';

/**
 * Members that a type inherits and declares again. In 4.01 it may, with a type that is derived from the inherited one
 * (OData CSDL XML 4.0, section 6.1.1; 4.01, sections 7.1 and 8.1).
 */
export function* inheritedNames(input: RuleInput): Generator<Fault> {
  for (const [declared, inherited] of redeclared(input)) {
    if (isNarrowed(declared, inherited, input)) continue;
    const { member, declaredIn } = declared;
    const element = declared.kind === 'property' ? 'Property' : 'NavigationProperty';
    yield {
      at: member,
      attribute: 'Name',
      subject: { element: `${typePath(declaredIn)}/${element}[${member.name}]` },
      message: `${shorten(declaredIn.name)} declares ${shorten(member.name)}, which it inherits from ${shorten(inherited.declaredIn.qualifiedName)} (line ${inherited.member.line})`,
      clause: CLAUSES[element],
      advice: `${input.model.version === '4.01' ? 'It may only do so with a type that is derived from the inherited one' : 'In OData 4.0 it may not do so'}: rename or remove it.`,
      expected: 'a name that is not inherited',
      found: member.name,
    };
  }
}

type Redeclared = readonly [declared: DeclaredMember, inherited: DeclaredMember];

/**
 * All members that repeat one of a base type, with the nearest that they repeat. Types are met in depth-first order of
 * inheritance, so that a stack a name tells which of its earlier declarations are inherited, however deep the chain.
 */
function* redeclared({ members }: RuleInput): Generator<Redeclared> {
  const stacks = new Map<string, DeclaredMember[]>();
  for (const type of members.inOrder) {
    if (!members.isRelated(type)) continue;
    for (const [name, declared] of members.own(type)) {
      const stack = stacks.get(name);
      if (stack === undefined) {
        stacks.set(name, [declared]);
        continue;
      }
      dropUnrelated(stack, type, members);
      const inherited = stack.at(-1);
      if (inherited !== undefined) yield [declared, inherited];
      stack.push(declared);
    }
  }
}

function dropUnrelated(stack: DeclaredMember[], type: StructuredType, members: RuleInput['members']): void {
  for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
    if (members.isDerived(type, top.declaredIn)) return;
    stack.pop();
  }
}

function isNarrowed(declared: DeclaredMember, inherited: DeclaredMember, input: RuleInput): boolean {
  const { model, members } = input;
  if (model.version !== '4.01' || declared.kind !== inherited.kind) return false;
  const [own, base] = [declared.member.type, inherited.member.type];
  if (own.isCollection !== base.isCollection) return false;
  const [type, baseType] = [resolveType(model, own.name), resolveType(model, base.name)];
  // Of what is not declared here, nobody knows what it is derived from.
  if (type === undefined || type.kind === 'external') return true;
  if (own.name !== base.name && STANDS_FOR[base.name]?.(type) === true) return true;
  if (!isStructured(type) || !isStructured(baseType)) return false;
  return type !== baseType && members.isDerived(type, baseType);
}

type Resolved = NonNullable<ReturnType<typeof resolveType>>;

/** The built-in types that others are derived from (OData CSDL XML 4.01, sections 3.3 to 3.5). */
const STANDS_FOR: Readonly<Record<string, (type: Resolved) => boolean>> = {
  'Edm.Untyped': () => true,
  'Edm.PrimitiveType': ({ kind }) => kind === 'primitive' || kind === 'EnumType' || kind === 'TypeDefinition',
  'Edm.ComplexType': ({ kind }) => kind === 'ComplexType',
  'Edm.EntityType': ({ kind }) => kind === 'EntityType',
  'Edm.Geography': ({ name }) => name.startsWith('Edm.Geography'),
  'Edm.Geometry': ({ name }) => name.startsWith('Edm.Geometry'),
};

function isStructured(type: { readonly kind: string } | undefined): type is StructuredType {
  return type?.kind === 'EntityType' || type?.kind === 'ComplexType';
}
