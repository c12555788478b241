import { NodeKind } from '../../src/json/node-kind.js';
import type { Shape } from '../../src/json/shape.js';
import { Tokenizer } from '../../src/json/tokenizer.js';
import { lookupRows } from '../../src/metadata/lookup-rows.js';
import { metadataReport } from '../../src/metadata/metadata-report.js';
import type { PayloadDefinitions } from '../../src/schema/definitions.js';
import { definitionsFromReport } from '../../src/schema/definitions-from-report.js';
import { Exemptions } from '../../src/schema/exemptions.js';
import { itemsOf } from '../../src/schema/validate/members.js';
import type { FaultCount } from '../../src/schema/validate/payload-facts.js';
import { type PayloadPart, PayloadValidator } from '../../src/schema/validate/payload-validator.js';
import { documentOf, modelOf } from '../metadata/documents.js';

/** Rows of the Lookup Resource, as `LookupName: values`. */
export type Rows = Readonly<Record<string, readonly string[]>>;

/** The definitions of a document whose schema has this content. */
export function definitionsOf(content: string, rows?: Rows): PayloadDefinitions {
  const report = metadataReport({
    model: modelOf(documentOf(content)),
    standardNames: new Set(),
    version: '2.0',
    generatedOn: '2024-05-06T07:08:09.000Z',
    ...(rows === undefined ? {} : { lookups: lookupRows(rowsOf(rows)) }),
  });
  return definitionsFromReport(report);
}

/** The definitions of one entity set, `Property`, with these members. */
export function propertyWith(members: string, types = '', rows?: Rows): PayloadDefinitions {
  return definitionsOf(
    `<EntityType Name="Property">${members}</EntityType>${types}
    <EntityContainer Name="C"><EntitySet Name="Property" EntityType="self.Property"/></EntityContainer>`,
    rows,
  );
}

type How = Partial<Omit<PayloadPart, 'tape' | 'records'>> & { readonly exemptions?: Exemptions };

/** The faults of records, given as JSON: an array, or one record. */
export function faultsIn(
  definitions: PayloadDefinitions,
  json: string,
  how: How = {},
): readonly FaultCount[] {
  return judgeBy(definitions, how)(json);
}

/** The same for many, by definitions that are compiled once. */
export function judgeBy(
  definitions: PayloadDefinitions,
  how: How = {},
): (json: string) => readonly FaultCount[] {
  const { exemptions = Exemptions.ofVersion(definitions.version), resource = 'Property', ...part } = how;
  const validator = new PayloadValidator(definitions, exemptions);
  return (json) => {
    validator.validate({ ...tokenized(json, validator.shapeOf(resource)), resource, ...part });
    return validator.take().faults;
  };
}

/** A tape of records, given as JSON: an array, or one record. */
export function tokenized(json: string, shape: Shape | undefined): Pick<PayloadPart, 'tape' | 'records'> {
  const tokenizer = new Tokenizer();
  const fault = tokenizer.tokenize(Buffer.from(json), shape);
  if (fault !== undefined) throw new Error(`${fault.line}:${fault.column} ${fault.message}`);
  const { tape } = tokenizer;
  return { tape, records: tape.kind(0) === NodeKind.array ? itemsOf(tape, 0) : [0] };
}

/** The same as `fault field: message`, with what else there is to say. */
export function told(definitions: PayloadDefinitions, json: string, how: How = {}): readonly string[] {
  return faultsIn(definitions, json, how).map(
    ({ fault, resource, field, expansion, message, count, values }) => {
      const place = [resource === 'Property' ? '' : `${resource}.`, field ?? ''].join('');
      const inside = expansion === undefined ? '' : ` in ${expansion}`;
      const times = count === 1 ? '' : ` ×${count}`;
      const what = values === undefined ? message : values.map(([value]) => JSON.stringify(value)).join(', ');
      return `${fault} ${place}${inside}: ${what}${times}`;
    },
  );
}

function rowsOf(rows: Rows): readonly Record<string, string>[] {
  return Object.entries(rows).flatMap(([LookupName, values]) =>
    values.map((LookupValue) => ({ LookupName, LookupValue })),
  );
}
