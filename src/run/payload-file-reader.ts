import { LateContexts } from '../common-format/context/late-contexts.js';
import { type PayloadSource, SourceFault } from '../common-format/input/payload-source.js';
import type { Location } from '../core/finding.js';
import { shorten } from '../core/shorten.js';
import type { InputPlace } from '../json/input-place.js';
import type { JsonFault } from '../json/json-fault.js';
import { NodeKind } from '../json/node-kind.js';
import type {
  Annotations,
  PayloadEnd,
  PayloadPart,
  RecordBatch,
  SingleRecord,
} from '../json/payload-part.js';
import { readPayloads } from '../json/read-payloads.js';
import type { Shape } from '../json/shape.js';
import type { Tokenizer } from '../json/tokenizer.js';
import { InterruptedError } from '../odata/interrupted-error.js';
import type { PayloadDefinitions } from '../schema/definitions.js';
import type { PayloadAssessment } from '../schema/payload-assessment.js';
import { contextOf, hasContext, type NoContext, type PayloadContext } from '../schema/payload-context.js';
import { annotationsOf, itemsOf } from '../schema/validate/members.js';
import type { PayloadFileFaults } from './payload-file-faults.js';

/** What payload files are judged by. */
export interface PayloadFileJob {
  readonly assessment: PayloadAssessment;
  readonly definitions: PayloadDefinitions;
  /** The resource of payloads that name none. */
  readonly resource: string | undefined;
  readonly isIeee754Compatible: boolean;
  readonly signal: AbortSignal;
}

/** What the readers of all files share. */
export interface PayloadFileDesk extends PayloadFileJob {
  readonly faults: PayloadFileFaults;
  readonly tokenizer: Tokenizer;
}

/** The document that is being read. */
interface CurrentDocument {
  readonly document: number;
  readonly context: PayloadContext | NoContext;
  isBroken: boolean;
}

/** Reads one file document by document, and has its records judged, a batch at a time. */
export class PayloadFileReader {
  readonly #file: PayloadSource;
  readonly #desk: PayloadFileDesk;
  readonly #late: LateContexts;
  #current: CurrentDocument | undefined;

  constructor(file: PayloadSource, desk: PayloadFileDesk) {
    this.#file = file;
    this.#desk = desk;
    this.#late = new LateContexts(file);
  }

  /**
   * To be called once.
   *
   * @param isEnough asked after each part whether to stop
   * @throws InterruptedError
   */
  async read(isEnough: () => boolean): Promise<void> {
    try {
      for await (const part of readPayloads(this.#file.chunks(), this.#file.format)) {
        if (this.#desk.signal.aborted) throw new InterruptedError();
        await this.#take(part);
        if (isEnough()) return;
      }
    } catch (error) {
      if (!(error instanceof SourceFault)) throw error;
      const reason = `it could not be read to its end: ${error.message}`;
      this.#desk.faults.partlyRead.push({ path: this.#file.path, reason, resource: this.#resource });
    } finally {
      await this.#late.close();
    }
  }

  async #take(part: PayloadPart): Promise<void> {
    switch (part.kind) {
      case 'byte order mark':
        this.#desk.faults.withByteOrderMark.push(this.#file.path);
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
  async #contextAtHead(document: number, before: Annotations): Promise<PayloadContext | NoContext> {
    const { resource, definitions } = this.#desk;
    const all = hasContext(before) ? before : await this.#late.of(document);
    return contextOf(all === 'broken' ? before : all, resource, definitions);
  }

  #begin(document: number, context: PayloadContext | NoContext): void {
    this.#current = { document, context, isBroken: false };
    if ('reason' in context) this.#tellUnnamed(document, context.reason);
  }

  #records(part: RecordBatch | SingleRecord): void {
    const { assessment, tokenizer, definitions, resource } = this.#desk;
    const shape = assessment.validator.shapeOf(this.#resource ?? resource ?? '');
    const fault = part.text.tokenize(tokenizer, shape);
    if (fault !== undefined) {
      if (part.kind === 'records') this.#recordByRecord(part, shape);
      else this.#broken(fault, part.document);
      return;
    }
    const { tape } = tokenizer;
    if (part.kind === 'record')
      this.#begin(part.document, contextOf(annotationsOf(tape, 0), resource, definitions));
    this.#judge(part, shape, tape.kind(0) === NodeKind.array ? itemsOf(tape, 0) : [0]);
  }

  /** One that is broken must not take those beside it along. */
  #recordByRecord(part: RecordBatch, shape: Shape | undefined): void {
    for (let index = 0; index < part.records; index++) {
      const { bytes, start } = part.text.piece(index);
      const fault = this.#desk.tokenizer.tokenize(bytes, shape);
      if (fault === undefined) this.#judge(part, shape, [0], start);
      else this.#broken({ ...fault, ...part.text.placeOf(start + fault.offset) }, part.document);
    }
  }

  /** @param start where what is on the tape begins in the text of the part */
  #judge(
    { text }: RecordBatch | SingleRecord,
    shape: Shape | undefined,
    records: readonly number[],
    start = 0,
  ): void {
    const context = this.#current?.context;
    if (context === undefined || 'reason' in context) return;
    const { assessment, tokenizer, isIeee754Compatible } = this.#desk;
    assessment.validator.validate({
      tape: tokenizer.tape,
      records,
      ...context,
      isIeee754Compatible,
      ...(shape === undefined ? {} : { shape }),
      locate: (offset) => ({ location: this.#locationOf(text.placeOf(start + offset)) }),
    });
    assessment.add(assessment.validator.take());
  }

  /** What a listed document says behind its records must not contradict what it said before them. */
  #end({ document, annotations, duplicateKeys, strangers }: PayloadEnd): void {
    const { assessment, definitions, faults, resource: given } = this.#desk;
    faults.addStrangers(
      this.#file.path,
      strangers.map((name) => shorten(name)),
    );
    const resource = this.#resource;
    if (resource === undefined) return;
    const all = contextOf(annotations, given, definitions);
    const other = 'reason' in all ? all.reason : all.resource;
    if (other !== resource)
      this.#tellUnnamed(document, `its records were read as ${resource}, but at its end: ${other}`);
    for (const { name, place } of duplicateKeys) {
      assessment.addDuplicate(resource, shorten(name), { location: this.#locationOf(place) });
    }
  }

  #broken({ message, line, column }: JsonFault, document: number): void {
    const isSame = this.#current?.document === document;
    if (isSame && this.#current?.isBroken === true) return;
    const resource = isSame ? this.#resource : this.#desk.resource;
    const location = this.#locationOf({ line, column });
    this.#desk.faults.addBroken({ location, message, document, resource });
    const context = isSame ? this.#current?.context : undefined;
    this.#current = { document, context: context ?? { reason: 'it is broken' }, isBroken: true };
  }

  get #resource(): string | undefined {
    const context = this.#current?.context;
    return context === undefined || 'reason' in context ? undefined : context.resource;
  }

  #tellUnnamed(document: number, reason: string): void {
    const place = this.#file.format === 'json' ? '' : `, document ${document + 1}`;
    this.#desk.faults.addUnnamed(`${this.#file.path}${place}: ${reason}`);
  }

  #locationOf({ line, column }: Pick<InputPlace, 'line' | 'column'>): Location {
    return { file: this.#file.path, line, column };
  }
}
