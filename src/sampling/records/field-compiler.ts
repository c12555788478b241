import { Shape } from '../../json/shape.js';
import { membersByType } from '../../metadata/record-shapes.js';
import type { MetadataReport, ReportMember } from '../../metadata/report-shape.js';
import { FieldRole } from './field-role.js';
import type { FieldPlan } from './record-model.js';

const LOOKUP_NAME = 'RESO.OData.Metadata.LookupName';
/** Complex values within complex values beyond this are not counted by path: types may contain themselves. */
const MOST_NESTING = 4;
/** A resource with this many fields gets no more of them by path: types that contain themselves twice would double. */
const MOST_FIELDS = 10_000;

/** The values that each lookup advertises, by its name. */
type Advertised = ReadonlyMap<string, ReadonlySet<string>>;

/** The fields of a resource, compiled: see `RecordModel`. */
export interface CompiledFields {
  readonly plan: FieldPlan;
  readonly fields: readonly string[];
  readonly lookups: ReadonlyMap<number, ReadonlySet<string> | undefined>;
}

/** Compiles what is done with the fields of resources. */
export class FieldCompiler {
  /** The expansions met so far, and the qualified names of their types. */
  readonly expansions: { readonly plan: FieldPlan; readonly slot: number; readonly type: string }[] = [];
  readonly #members: ReadonlyMap<string, readonly ReportMember[]>;
  readonly #advertised: Advertised;
  readonly #flagTypes: ReadonlySet<string>;
  readonly #shapes: ReadonlyMap<string, Shape>;

  constructor(report: MetadataReport, shapes: ReadonlyMap<string, Shape>) {
    this.#shapes = shapes;
    this.#members = membersByType(report);
    this.#advertised = advertisedValues(report);
    this.#flagTypes = new Set(
      report.lookups.filter(({ isFlags }) => isFlags).map(({ lookupName }) => lookupName),
    );
  }

  compile(resource: string): CompiledFields {
    const fields: string[] = [];
    const lookups = new Map<number, ReadonlySet<string> | undefined>();
    const plan = this.#plan(resource, '', { fields, lookups }, 0);
    return { plan, fields, lookups };
  }

  #plan(type: string, path: string, counters: Counters, nesting: number): FieldPlan {
    const plan = emptyPlan(this.#shapes.get(type) ?? Shape.none, path);
    for (const member of this.#members.get(type) ?? []) {
      const slot = plan.shape.slotOf(member.fieldName);
      if (slot === undefined || plan.counters[slot] !== -1) continue;
      if (member.isExpansion === true) this.#expansion(plan, slot, member);
      else this.#field(plan, slot, { member, counters, nesting });
    }
    return plan;
  }

  #expansion(plan: FieldPlan, slot: number, { type }: ReportMember): void {
    plan.roles[slot] = FieldRole.expansion;
    this.expansions.push({ plan, slot, type });
  }

  #field(plan: FieldPlan, slot: number, { member, counters, nesting }: Place): void {
    const { fields, lookups } = counters;
    const counter = fields.push(`${plan.path}${member.fieldName}`) - 1;
    plan.counters[slot] = counter;
    const lookup = this.#lookupOf(member);
    if (lookup !== undefined) {
      plan.roles[slot] = this.#roleOf(member, lookup);
      lookups.set(counter, this.#advertised.get(lookup));
    } else if (member.isComplexType === true && nesting < MOST_NESTING && fields.length < MOST_FIELDS) {
      plan.roles[slot] = FieldRole.complex;
      plan.nested[slot] = this.#plan(member.type, `${plan.path}${member.fieldName}/`, counters, nesting + 1);
    }
  }

  #roleOf({ isCollection }: ReportMember, lookup: string): FieldRole {
    if (this.#flagTypes.has(lookup)) return FieldRole.flags;
    return isCollection ? FieldRole.collection : FieldRole.lookup;
  }

  /** The lookup of a field: its EnumType, or the LookupName of its annotation. */
  #lookupOf({ type, annotations = [] }: ReportMember): string | undefined {
    if (this.#advertised.has(type)) return type;
    return annotations.find(({ term }) => term === LOOKUP_NAME)?.value;
  }
}

interface Counters {
  readonly fields: string[];
  readonly lookups: Map<number, ReadonlySet<string> | undefined>;
}

interface Place {
  readonly member: ReportMember;
  readonly counters: Counters;
  readonly nesting: number;
}

function advertisedValues({ lookups }: MetadataReport): Advertised {
  const values = new Map<string, Set<string>>();
  for (const { lookupName, lookupValue } of lookups) {
    const known = values.get(lookupName);
    if (known === undefined) values.set(lookupName, new Set([lookupValue]));
    else known.add(lookupValue);
  }
  return values;
}

/** A plan in which every field is plain and has no counter. */
function emptyPlan(shape: Shape, path: string): FieldPlan {
  const { length } = shape;
  return {
    shape,
    path,
    roles: new Uint8Array(length),
    counters: new Int32Array(length).fill(-1),
    nested: new Array(length).fill(undefined),
    targets: new Array(length).fill(undefined),
  };
}
