import type { Location } from '../core/finding.js';
import { shorten } from '../core/shorten.js';
import type { InputPlace } from '../json/input-place.js';
import { NodeKind, NoSlot } from '../json/node-kind.js';
import type {
  PayloadEnd,
  PayloadFault,
  PayloadHead,
  PayloadPart,
  RecordBatch,
  SingleRecord,
} from '../json/payload-part.js';
import { readPayloads } from '../json/read-payloads.js';
import type { Shape } from '../json/shape.js';
import type { Tape } from '../json/tape.js';
import { keyOf, textOf } from '../json/text-of.js';
import type { Tokenizer } from '../json/tokenizer.js';
import { RESO_CONTEXT } from '../schema/reso-context.js';
import { itemsOf } from '../schema/validate/members.js';
import { Complaints } from './complaints.js';
import type { ContextResolver, NoContext, PayloadContext } from './context/context-resolver.js';
import { LateContexts } from './context/late-contexts.js';
import { type PayloadSource, SourceFault } from './input/payload-source.js';

/** What came of reading a source. */
export interface SourceReading {
  /** Documents that are no payloads as JSON. */
  readonly broken: Complaints;
  /** Documents of which nobody knows what they are. */
  readonly unknown: Complaints;
  hasByteOrderMark: boolean;
  /** Names beside a list of records that say nothing of it, as they came first. */
  readonly strangers: Set<string>;
  /** Why it could not be read to its end. */
  fault?: SourceFault;
  /** Somebody interrupted the reading. */
  isInterrupted: boolean;
}

/** What the readers of all sources share. */
export interface ReadingDesk {
  readonly contexts: ContextResolver;
  readonly signal: AbortSignal;
  readonly tokenizer: Tokenizer;
  /** The shape of the last single record: the next one most likely has the same. */
  guess: Shape;
}

/** The payload that is being read. */
interface CurrentPayload {
  readonly document: number;
  readonly context: PayloadContext | NoContext;
}

const NO_OBJECT = 'it is no object, neither a record nor one with a list "value" of records';
const MOST_STRANGERS = 5;
const BROKEN: NoContext = { reason: 'it is broken' };

/** Reads one source payload by payload, a batch of records at a time. */
export class SourceReader {
  readonly #source: PayloadSource;
  readonly #desk: ReadingDesk;
  readonly #late: LateContexts;
  readonly #reading: SourceReading = {
    broken: new Complaints(),
    unknown: new Complaints(),
    hasByteOrderMark: false,
    strangers: new Set(),
    isInterrupted: false,
  };
  #current: CurrentPayload | undefined;

  constructor(source: PayloadSource, desk: ReadingDesk) {
    this.#source = source;
    this.#desk = desk;
    this.#late = new LateContexts(source);
  }

  /** To be called once. What is wrong with the source is in what is returned. */
  async read(): Promise<SourceReading> {
    try {
      for await (const part of readPayloads(this.#source.chunks(), this.#source.format)) {
        if (this.#desk.signal.aborted) {
          this.#reading.isInterrupted = true;
          break;
        }
        await this.#take(part);
      }
    } catch (error) {
      if (!(error instanceof SourceFault)) throw error;
      this.#reading.fault = error;
      this.#block(`${this.#source.path} could not be read to its end: ${error.message}`);
    } finally {
      await this.#late.close();
    }
    return this.#reading;
  }

  async #take(part: PayloadPart): Promise<void> {
    switch (part.kind) {
      case 'byte order mark':
        this.#reading.hasByteOrderMark = true;
        return;
      case 'head':
        await this.#head(part);
        return;
      case 'records':
        this.#records(part);
        return;
      case 'record':
        await this.#record(part);
        return;
      case 'end':
        this.#end(part);
        return;
      case 'fault':
        this.#fault(part);
    }
  }

  async #head({ document, annotations, place }: PayloadHead): Promise<void> {
    const all = annotations.has(RESO_CONTEXT) ? annotations : await this.#late.of(document);
    // A document that breaks off may have a context where it is missing: the break is told, and that is enough.
    if (all === 'broken') await this.#begin(document, undefined, undefined);
    else await this.#begin(document, all.get(RESO_CONTEXT), place);
  }

  /** @param place where the payload stands; nothing if it is told elsewhere that it has no context */
  async #begin(document: number, urn: string | undefined, place: InputPlace | undefined): Promise<void> {
    const context = await this.#desk.contexts.resolve(urn);
    this.#current = { document, context };
    if (!('reason' in context)) context.assessment.addPayload(context.model);
    else if (place !== undefined) this.#reading.unknown.add(context.reason, this.#locationOf(place));
  }

  #records(part: RecordBatch): void {
    const { tokenizer } = this.#desk;
    const context = this.#context;
    const fault = part.text.tokenize(tokenizer, context?.model.shape);
    if (fault !== undefined) this.#recordByRecord(part);
    else if (context !== undefined) this.#judge(part, context, itemsOf(tokenizer.tape, 0));
  }

  /** One that is broken must not take those beside it along. */
  #recordByRecord(part: RecordBatch): void {
    const { tokenizer } = this.#desk;
    const context = this.#context;
    for (let index = 0; index < part.records; index++) {
      const { bytes, start } = part.text.piece(index);
      const fault = tokenizer.tokenize(bytes, context?.model.shape);
      if (fault === undefined) {
        if (context !== undefined) this.#judge(part, context, [0], start);
        continue;
      }
      this.#complain(fault.message, part.text.placeOf(start + fault.offset));
    }
  }

  async #record(part: SingleRecord): Promise<void> {
    const { tokenizer, guess } = this.#desk;
    const { document, text } = part;
    const fault = text.tokenize(tokenizer, guess);
    if (fault !== undefined) {
      this.#fault({ kind: 'fault', document, fault });
      return;
    }
    if (tokenizer.tape.kind(0) !== NodeKind.object) {
      this.#reading.broken.add(NO_OBJECT, this.#locationOf(text.placeOf(0)));
      return;
    }
    await this.#begin(document, annotationOf(tokenizer.tape, RESO_CONTEXT), text.placeOf(0));
    const context = this.#context;
    if (context === undefined) return;
    const { shape } = context.model;
    if (shape !== guess) text.tokenize(tokenizer, shape);
    this.#desk.guess = shape;
    this.#judge(part, context, [0]);
  }

  /** @param start where what is on the tape begins in the text of the part */
  #judge(
    { text }: RecordBatch | SingleRecord,
    { assessment, model }: PayloadContext,
    records: readonly number[],
    start = 0,
  ): void {
    const { tape } = this.#desk.tokenizer;
    const locate = (offset: number) => this.#locationOf(text.placeOf(start + offset));
    assessment.judge({ model, tape, records, locate });
  }

  #end({ duplicateKeys, strangers }: PayloadEnd): void {
    const context = this.#context;
    for (const name of strangers)
      if (this.#reading.strangers.size < MOST_STRANGERS) this.#reading.strangers.add(shorten(name));
    for (const { name: whole, place } of duplicateKeys) {
      const name = shorten(whole);
      const location = this.#locationOf(place);
      if (context !== undefined) context.assessment.addDuplicate(context.model, name, location);
      else this.#reading.broken.add(`the name "${name}" stands twice in one object`, location);
    }
  }

  /** Nothing more comes of a document. */
  #fault({ document, fault }: PayloadFault): void {
    if (this.#current?.document !== document) this.#current = { document, context: BROKEN };
    this.#complain(fault.message, fault);
  }

  #complain(message: string, place: InputPlace): void {
    this.#reading.broken.add(message, this.#locationOf(place));
    this.#block(`rcf/json blocks it: ${this.#source.path} is broken`);
  }

  /** What was not read cannot be called passed. */
  #block(reason: string): void {
    const context = this.#context;
    context?.assessment.block(context.model, reason);
  }

  get #context(): PayloadContext | undefined {
    const context = this.#current?.context;
    return context === undefined || 'reason' in context ? undefined : context;
  }

  #locationOf({ line, column }: InputPlace): Location {
    return { file: this.#source.path, line, column };
  }
}

/** The first annotation of that name. */
function annotationOf(tape: Tape, name: string): string | undefined {
  for (let member = 1; member < tape.next(0); member = tape.next(member)) {
    if (tape.slot(member) === NoSlot.annotation && keyOf(tape, member) === name) return textOf(tape, member);
  }
  return undefined;
}
