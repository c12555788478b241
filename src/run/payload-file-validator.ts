import type { Location } from '../core/finding.js';
import type { InputPlace } from '../json/input-place.js';
import type { JsonFault } from '../json/json-fault.js';
import { NodeKind } from '../json/node-kind.js';
import type { PayloadEnd, PayloadPart, RecordBatch, SingleRecord } from '../json/payload-part.js';
import { Tokenizer } from '../json/tokenizer.js';
import { InterruptedError } from '../odata/interrupted-error.js';
import type { PayloadDefinitions } from '../schema/definitions.js';
import type { PayloadAssessment } from '../schema/payload-assessment.js';
import { contextOf, hasContext, type NoContext, type PayloadContext } from '../schema/payload-context.js';
import { annotationsOf, itemsOf } from '../schema/validate/members.js';
import type { PayloadFile } from './payload-files.js';
import { annotationsByDocument, partsOf } from './read-payload-file.js';

/** NDJSON may have as many broken lines as it has lines. */
const MOST_TOLD = 100;

/** What payload files are judged by. */
export interface PayloadFileJob {
  readonly assessment: PayloadAssessment;
  readonly definitions: PayloadDefinitions;
  /** The resource of payloads that name none. */
  readonly resource: string | undefined;
  readonly isIeee754Compatible: boolean;
  /** Stops at the first batch with an error. */
  readonly failFast: boolean;
  readonly signal: AbortSignal;
}

/** A document that is no JSON. */
export interface BrokenDocument {
  readonly location: Location;
  /** What is wrong, as the end of a sentence. */
  readonly message: string;
  /** Its number in the file, from 0. */
  readonly document: number;
  /** Its resource, where that is known. */
  readonly resource: string | undefined;
}

/** The document that is being read. */
interface CurrentDocument {
  readonly document: number;
  readonly context: PayloadContext | NoContext;
  isBroken: boolean;
}

/** Validates files of any size, a batch of records at a time. What is wrong with one does not keep others from being read. */
export class PayloadFileValidator {
  /** The first of the documents that are no JSON. */
  readonly broken: BrokenDocument[] = [];
  /** Why documents were not judged, those that came first: their resources are not known. */
  readonly unnamed: string[] = [];
  brokenCount = 0;
  unnamedCount = 0;
  readonly withByteOrderMark: string[] = [];
  readonly #job: PayloadFileJob;
  readonly #tokenizer = new Tokenizer();
  #file: PayloadFile = { path: '', format: 'json' };
  #current: CurrentDocument | undefined;
  #allAnnotations: ReadonlyMap<number, ReadonlyMap<string, string>> | undefined;

  constructor(job: PayloadFileJob) {
    this.#job = job;
  }

  /** True when `failFast` has stopped it. */
  get hasStopped(): boolean {
    return this.#job.failFast && (this.brokenCount > 0 || this.#job.assessment.hasErrors);
  }

  /** @throws InterruptedError, and a ConfigurationError for a file that cannot be read */
  async validate(file: PayloadFile): Promise<void> {
    this.#file = file;
    this.#current = undefined;
    this.#allAnnotations = undefined;
    for await (const part of partsOf(file)) {
      if (this.#job.signal.aborted) throw new InterruptedError();
      await this.#take(part);
      if (this.hasStopped) return;
    }
  }

  async #take(part: PayloadPart): Promise<void> {
    switch (part.kind) {
      case 'byte order mark':
        this.withByteOrderMark.push(this.#file.path);
        return;
      case 'head':
        this.#begin(part.document, await this.#contextAtHead(part.document, part.annotations));
        return;
      case 'records':
      case 'record':
        this.#records(part);
        return;
      case 'end':
        this.#end(part);
        return;
      case 'fault':
        this.#broken(part.fault, part.document);
    }
  }

  /** Annotations may stand behind the records that they are needed for: then the file is read twice. */
  async #contextAtHead(
    document: number,
    before: ReadonlyMap<string, string>,
  ): Promise<PayloadContext | NoContext> {
    const { resource, definitions } = this.#job;
    if (hasContext(before)) return contextOf(before, resource, definitions);
    this.#allAnnotations ??= await annotationsByDocument(this.#file);
    return contextOf(this.#allAnnotations.get(document) ?? before, resource, definitions);
  }

  #begin(document: number, context: PayloadContext | NoContext): void {
    this.#current = { document, context, isBroken: false };
    if ('reason' in context) this.#tellUnnamed(document, context.reason);
  }

  #records(part: RecordBatch | SingleRecord): void {
    const { assessment, isIeee754Compatible, definitions, resource } = this.#job;
    const { validator } = assessment;
    const shape = validator.shapeOf(this.#resource ?? resource ?? '');
    const fault = part.text.tokenize(this.#tokenizer, shape);
    if (fault !== undefined) {
      this.#broken(fault, part.document);
      return;
    }
    const { tape } = this.#tokenizer;
    if (part.kind === 'record')
      this.#begin(part.document, contextOf(annotationsOf(tape, 0), resource, definitions));
    const context = this.#current?.context;
    if (context === undefined || 'reason' in context) return;
    validator.validate({
      tape,
      records: tape.kind(0) === NodeKind.array ? itemsOf(tape, 0) : [0],
      ...context,
      isIeee754Compatible,
      ...(shape === undefined ? {} : { shape }),
      locate: (offset) => ({ location: this.#locationOf(part.text.placeOf(offset)) }),
    });
    assessment.add(validator.take());
  }

  /** What a listed document says behind its records must not contradict what it said before them. */
  #end({ document, annotations, duplicateKeys }: PayloadEnd): void {
    const resource = this.#resource;
    if (resource === undefined) return;
    const { assessment, definitions, resource: given } = this.#job;
    const all = contextOf(annotations, given, definitions);
    const other = 'reason' in all ? all.reason : all.resource;
    if (other !== resource)
      this.#tellUnnamed(document, `its records were read as ${resource}, but at its end: ${other}`);
    for (const { name, place } of duplicateKeys) {
      assessment.addDuplicate(resource, name, { location: this.#locationOf(place) });
    }
  }

  #broken({ message, line, column }: JsonFault, document: number): void {
    const isSame = this.#current?.document === document;
    if (isSame && this.#current?.isBroken === true) return;
    const resource = isSame ? this.#resource : this.#job.resource;
    this.brokenCount += 1;
    if (this.broken.length < MOST_TOLD) {
      this.broken.push({ location: { file: this.#file.path, line, column }, message, document, resource });
    }
    const context = isSame ? this.#current?.context : undefined;
    this.#current = { document, context: context ?? { reason: 'it is broken' }, isBroken: true };
  }

  get #resource(): string | undefined {
    const context = this.#current?.context;
    return context === undefined || 'reason' in context ? undefined : context.resource;
  }

  #tellUnnamed(document: number, reason: string): void {
    const place = this.#file.format === 'json' ? '' : `, document ${document + 1}`;
    this.unnamedCount += 1;
    if (this.unnamed.length < MOST_TOLD) this.unnamed.push(`${this.#file.path}${place}: ${reason}`);
  }

  #locationOf({ line, column }: InputPlace): Location {
    return { file: this.#file.path, line, column };
  }
}
