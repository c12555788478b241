import type { Location, RelatedField } from '../core/finding.js';
import { evaluated, notApplicable, onPartOfIt } from '../core/outcome.js';
import type { SeverityPolicy } from '../core/severity.js';
import type { Dictionary } from '../dictionary/dictionary.js';
import { DictionaryIndex } from '../dictionary/dictionary-index.js';
import { NodeKind } from '../json/node-kind.js';
import type { Tape } from '../json/tape.js';
import { Books } from '../sampling/records/books.js';
import { compileRecordModels } from '../sampling/records/compile-record-models.js';
import type { RecordModel, RecordModels } from '../sampling/records/record-model.js';
import { Sightings } from '../sampling/records/sightings.js';
import type { PayloadOutcome } from '../schema/book/payload-outcomes.js';
import type { SchemaErrors } from '../schema/book/schema-errors.js';
import type { Exemptions } from '../schema/exemptions.js';
import { PayloadAssessment } from '../schema/payload-assessment.js';
import { COMMON_FORMAT_RULES } from './common-format-rules.js';
import { definitionsFromDictionary } from './dictionary/definitions-from-dictionary.js';
import { reportFromDictionary } from './dictionary/report-from-dictionary.js';
import { FoundElements } from './elements/found-elements.js';

/** The dictionary has the values of its lookups itself. */
const WITHOUT_ROWS = notApplicable('there are no rows of a Lookup Resource');

/** Records of a payload on a tape, which was written with the shape of their model. */
export interface JudgedRecords {
  readonly model: RecordModel;
  readonly tape: Tape;
  /** The nodes of the items of a list, or of the one record. */
  readonly records: readonly number[];
  /** Where an offset of the text is. */
  readonly locate: (offset: number) => Location;
}

/** How much came of a resource, what stands in expansions not counted. */
export interface PayloadCounts {
  payloads: number;
  records: number;
}

/** What a version's payloads are judged by. */
export interface VersionAssessmentInput {
  readonly dictionary: Dictionary;
  /** Of the dictionary's file. */
  readonly sha256: string;
  readonly policy: SeverityPolicy;
  readonly exemptions: Exemptions;
}

/** All that is known of the payloads of one version of the Data Dictionary. */
export class VersionAssessment {
  readonly dictionary: DictionaryIndex;
  readonly sha256: string;
  readonly policy: SeverityPolicy;
  readonly models: RecordModels;
  readonly books: Books;
  readonly elements: FoundElements;
  readonly #payloads: PayloadAssessment;
  readonly #counts = new Map<string, PayloadCounts>();
  readonly #sightings = new Map<RecordModel, Sightings>();
  readonly #blocked = new Map<string, string>();

  constructor({ dictionary, sha256, policy, exemptions }: VersionAssessmentInput) {
    this.dictionary = new DictionaryIndex(dictionary);
    this.sha256 = sha256;
    this.policy = policy;
    this.models = compileRecordModels(reportFromDictionary(this.dictionary));
    this.books = new Books(this.models);
    this.elements = new FoundElements(this.models.all, this.dictionary);
    this.#payloads = new PayloadAssessment({
      definitions: definitionsFromDictionary(this.dictionary),
      policy,
      exemptions,
      rules: COMMON_FORMAT_RULES,
    });
  }

  get version(): string {
    return this.policy.version;
  }

  /** Records judged, those inside others not counted. */
  get records(): number {
    return this.#payloads.records;
  }

  /** How many payloads of each resource came, those without records included. */
  get counts(): ReadonlyMap<string, Readonly<PayloadCounts>> {
    return this.#counts;
  }

  /** Counts a payload of a resource. */
  addPayload({ name }: RecordModel): void {
    this.#countsOf(name).payloads += 1;
  }

  judge({ model, tape, records, locate }: JudgedRecords): void {
    this.#countsOf(model.name).records += records.length;
    this.#payloads.validator.validate({
      tape,
      records,
      resource: model.name,
      shape: model.shape,
      locate: (offset) => ({ location: locate(offset) }),
    });
    const objects = Int32Array.from(records.filter((node) => tape.kind(node) === NodeKind.object));
    this.books.take({ kind: 'page', model, tape, records: objects }, { sightings: this.#seenOf(model) });
    this.elements.look(tape, objects, model, locate);
  }

  /** True when there is nothing in the records, be it standard or local. */
  get isEmpty(): boolean {
    const { localFields, untoldFields } = this.elements;
    const isLocal = localFields.length + untoldFields.length > 0;
    return !isLocal && this.resources.every((resource) => this.standardFields(resource).size === 0);
  }

  /** Counts a name that stands twice around the records of a payload. */
  addDuplicate({ name: resource }: RecordModel, name: string, location: Location): void {
    this.#payloads.addDuplicate(resource, name, { location });
  }

  /** Says that not all payloads of a resource could be read, and why: nor could what they hold in expansions. */
  block(model: RecordModel, reason: string): void {
    if (this.#blocked.has(model.name)) return;
    this.#blocked.set(model.name, reason);
    for (const target of model.plan.targets) if (target !== undefined) this.block(target, reason);
  }

  /** Why not all payloads of a resource could be read; nothing when they could. */
  blocked(resource: string): string | undefined {
    return this.#blocked.get(resource);
  }

  /** Which payloads could not all be read, and why. */
  get gaps(): readonly string[] {
    const resources = [...this.#counts.keys()];
    return resources.flatMap((resource) => {
      const reason = this.#blocked.get(resource);
      return reason === undefined ? [] : [`${resource}: ${reason}`];
    });
  }

  /** Adds up what was judged since this was asked last: before findings, outcomes and errors are asked for. */
  settle(): void {
    this.#payloads.add(this.#payloads.validator.take());
  }

  /** The resources that payloads have records of, there or in expansions. */
  get resources(): readonly string[] {
    return this.dictionary.resourceNames.filter((name) => this.#payloads.seen(name).hasRecord);
  }

  /** The standard fields and expansions that stand in records of a resource, with or without a value. */
  standardFields(resource: string): ReadonlySet<string> {
    const { filled, present } = this.#payloads.seen(resource);
    return new Set([...filled, ...present]);
  }

  /**
   * How each check of the resources that came has ended.
   *
   * @param stopped why the reading of payloads did not come to its end
   */
  outcomes(stopped: string | undefined): readonly PayloadOutcome[] {
    const blocked = (resource: string) => stopped ?? this.blocked(resource);
    const isSeen = new Set(this.resources);
    const ofPayloads = this.#payloads
      .outcomes({ blocked, withoutRows: WITHOUT_ROWS })
      .filter(({ rule, subject }) => rule !== 'rcf/synonym' && isSeen.has(subject.resource ?? ''));
    const contexts = [...this.#counts.keys()].map((resource) => ({
      rule: 'rcf/context' as const,
      subject: { resource },
      outcome: evaluated(),
    }));
    const ofResources = [...isSeen].flatMap((resource) => [
      ...ofPayloads.filter(({ subject }) => subject.resource === resource),
      ...this.#synonymOutcomes(resource, blocked(resource)),
    ]);
    return [...contexts, ...ofResources];
  }

  /** The grouped errors; nothing when there are none. @param generatedOn an ISO 8601 timestamp */
  schemaErrors(generatedOn: string): SchemaErrors | undefined {
    return this.#payloads.schemaErrors(generatedOn);
  }

  /** A check for each standard element with synonyms; a synonym may stand for several. */
  #synonymOutcomes(resource: string, blocked: string | undefined): readonly PayloadOutcome[] {
    const findings = this.#payloads.findings.filter(
      ({ rule, subject }) => rule === 'rcf/synonym' && subject.resource === resource,
    );
    const elements = new Set([...this.dictionary.synonyms(resource).values()].flat());
    return [...elements].map(({ name }) => {
      const own = findings.filter(({ related = [] }) => standsFor(related, resource, name));
      const outcome = evaluated(own);
      return {
        rule: 'rcf/synonym' as const,
        subject: { resource, field: name },
        outcome: blocked === undefined ? outcome : onPartOfIt(outcome, blocked),
      };
    });
  }

  #countsOf(resource: string): PayloadCounts {
    const known = this.#counts.get(resource) ?? { payloads: 0, records: 0 };
    this.#counts.set(resource, known);
    return known;
  }

  #seenOf(model: RecordModel): Sightings {
    const known = this.#sightings.get(model) ?? new Sightings();
    this.#sightings.set(model, known);
    return known;
  }
}

function standsFor(related: readonly RelatedField[], resource: string, field: string): boolean {
  return related.some((standard) => standard.resource === resource && standard.field === field);
}
