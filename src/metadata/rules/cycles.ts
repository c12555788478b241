import { shorten } from '../../core/shorten.js';
import type { Subject } from '../../core/subject.js';
import type { MetadataModel, Position } from '../model.js';
import { CLAUSES, type Clause } from '../structure/clauses.js';
import { schemaPath, typePath } from '../subjects.js';
import type { Fault } from './fault.js';
import type { RuleInput } from './rule-context.js';

/** Something that may be derived from another of its kind. */
interface Derived {
  readonly kind: string;
  readonly qualifiedName: string;
  readonly base: string;
  readonly attribute: string;
  readonly clause: Clause;
  readonly position: Position;
  readonly subject: Subject;
}

/** Types, terms and containers that are derived from themselves: one fault a circle, at its first member. */
export function* cycles({ model }: RuleInput): Generator<Fault> {
  for (const derived of [ofTypes(model), ofTerms(model), ofContainers(model)]) {
    for (const circle of circlesIn(derived)) yield fault(circle);
  }
}

function fault(circle: readonly Derived[]): Fault {
  const [first] = circle;
  if (first === undefined) throw new RangeError('a circle has members');
  const through = circle.slice(1, 4).map(({ qualifiedName }) => shorten(qualifiedName));
  const way = through.length === 0 ? '' : ` through ${through.join(', ')}${circle.length > 4 ? ', …' : ''}`;
  return {
    at: first.position,
    attribute: first.attribute,
    subject: first.subject,
    message: `The ${first.kind} ${shorten(first.qualifiedName)} is derived from itself${way}`,
    clause: first.clause,
    advice: `Remove one ${first.attribute} to break the circle.`,
    expected: 'no circle',
    found: [...circle.slice(0, 10), first].map(({ qualifiedName }) => qualifiedName).join(' → '),
  };
}

/** The circles among things of which each has one base at most. */
function* circlesIn(derived: ReadonlyMap<string, Derived>): Generator<readonly Derived[]> {
  const done = new Set<string>();
  for (const start of derived.keys()) {
    const chain = new Map<string, Derived>();
    let name = start;
    for (let next = derived.get(name); next !== undefined && !done.has(name); next = derived.get(name)) {
      if (chain.has(name)) {
        const members = [...chain.values()];
        yield members.slice(members.findIndex(({ qualifiedName }) => qualifiedName === name));
        break;
      }
      chain.set(name, next);
      name = next.base;
    }
    for (const name of chain.keys()) done.add(name);
  }
}

function ofTypes({ types }: MetadataModel): ReadonlyMap<string, Derived> {
  const found = new Map<string, Derived>();
  for (const type of types.values()) {
    if ((type.kind !== 'EntityType' && type.kind !== 'ComplexType') || type.baseType === undefined) continue;
    found.set(type.qualifiedName, {
      kind: type.kind,
      qualifiedName: type.qualifiedName,
      base: type.baseType,
      attribute: 'BaseType',
      clause: type.kind === 'EntityType' ? CLAUSES.EntityBaseType : CLAUSES.ComplexBaseType,
      position: type,
      subject: { element: typePath(type) },
    });
  }
  return found;
}

function ofTerms({ terms }: MetadataModel): ReadonlyMap<string, Derived> {
  const found = new Map<string, Derived>();
  for (const term of terms.values()) {
    if (term.baseTerm === undefined) continue;
    found.set(term.qualifiedName, {
      kind: 'Term',
      qualifiedName: term.qualifiedName,
      base: term.baseTerm,
      attribute: 'BaseTerm',
      clause: CLAUSES.BaseTerm,
      position: term,
      subject: { element: schemaPath('Term', term.qualifiedName) },
    });
  }
  return found;
}

function ofContainers({ entityContainers }: MetadataModel): ReadonlyMap<string, Derived> {
  const found = new Map<string, Derived>();
  for (const container of entityContainers) {
    if (container.extends === undefined) continue;
    found.set(container.qualifiedName, {
      kind: 'EntityContainer',
      qualifiedName: container.qualifiedName,
      base: container.extends,
      attribute: 'Extends',
      clause: CLAUSES.Extends,
      position: container,
      subject: { element: schemaPath('EntityContainer', container.qualifiedName) },
    });
  }
  return found;
}
