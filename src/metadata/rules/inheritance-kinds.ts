import { shorten } from '../../core/shorten.js';
import type { StructuredType } from '../model.js';
import { CLAUSES } from '../structure/clauses.js';
import { typePath } from '../subjects.js';
import type { Fault } from './fault.js';
import type { RuleInput } from './rule-context.js';

/**
 * Types that take back what their base type promises: open types and media entities stay so in derived types, and an
 * abstract entity type is not derived from one that is not (OData CSDL XML 4.01, sections 6.2 to 6.4 and 9.3).
 */
export function* inheritanceKinds({ members }: RuleInput): Generator<Fault> {
  const promises = [
    { attribute: 'OpenType', of: (type: StructuredType) => type.openType, kept: new Set<StructuredType>() },
    { attribute: 'HasStream', of: (type: StructuredType) => type.hasStream, kept: new Set<StructuredType>() },
  ];
  for (const type of members.inOrder) {
    const base = members.baseOf(type);
    for (const { attribute, of, kept } of promises) {
      const isInherited = base !== undefined && kept.has(base);
      if (isInherited || of(type) === 'true') kept.add(type);
      if (isInherited && of(type) === 'false') yield takenBack(type, base, attribute);
    }
    if (base !== undefined && isAbstractOfConcrete(type, base)) yield abstractOfConcrete(type, base);
  }
}

function isAbstractOfConcrete(type: StructuredType, base: StructuredType): boolean {
  return type.kind === 'EntityType' && type.isAbstract && !base.isAbstract;
}

function takenBack(type: StructuredType, base: StructuredType, attribute: string): Fault {
  const openType = type.kind === 'EntityType' ? CLAUSES.EntityOpenType : CLAUSES.ComplexOpenType;
  return {
    at: type,
    attribute,
    subject: { element: `${typePath(type)}/@${attribute}` },
    message: `The ${type.kind} ${shorten(type.name)} says ${attribute}="false", but it is derived from ${shorten(base.qualifiedName)}, for which it is true`,
    clause: attribute === 'OpenType' ? openType : CLAUSES.HasStream,
    advice: 'Leave the attribute out.',
    expected: 'true, as inherited',
    found: 'false',
  };
}

function abstractOfConcrete(type: StructuredType, base: StructuredType): Fault {
  return {
    at: type,
    attribute: 'Abstract',
    subject: { element: `${typePath(type)}/@Abstract` },
    message: `The abstract EntityType ${shorten(type.name)} is derived from ${shorten(base.qualifiedName)}, which is not abstract`,
    clause: CLAUSES.EntityAbstract,
    advice: 'Make the base abstract, or this type not.',
    expected: 'an abstract base type',
    found: base.qualifiedName,
  };
}
