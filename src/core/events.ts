import type { StepStatus } from './verdict.js';

/** The steps of a run, in the order in which they happen. */
export const STEP_NAMES = [
  'metadata',
  'lookups',
  'scenarios',
  'variations',
  'sampling',
  'validation',
] as const;
export type StepName = (typeof STEP_NAMES)[number];

/** What a run tells while it goes on. Terminal, log and reports are peers that listen. */
export type RunEvent =
  | { readonly type: 'step started'; readonly step: StepName }
  | {
      readonly type: 'step progressed';
      readonly step: StepName;
      readonly done: number;
      readonly total: number;
    }
  | {
      readonly type: 'step finished';
      readonly step: StepName;
      readonly status: StepStatus;
      readonly durationMs: number;
    }
  | { readonly type: 'sampled'; readonly sequence: SampledSequence; readonly of: SamplingExtent }
  | { readonly type: 'waiting'; readonly reason: string; readonly waitMs: number }
  | { readonly type: 'notice'; readonly message: string };

/** How far one sequence of requests has come: a resource by one strategy, with one expansion or none. */
export interface SampledSequence {
  readonly resource: string;
  readonly expansion?: string;
  readonly strategy: string;
  /** Distinct records so far, and when this process began with it. */
  readonly records: number;
  readonly recordsBefore: number;
  /** How many the count and the limit let expect. */
  readonly expected?: number;
  readonly pages: number;
  /** Of all bodies, after decompression. */
  readonly bytes: number;
  /** From a request's first byte out to its body's last byte in, all pages together. */
  readonly responseMs: number;
  /** Since this process began with it, waits and pauses included. */
  readonly elapsedMs: number;
  /** Requests that failed, asked again or not. */
  readonly errors: number;
  readonly hasEnded: boolean;
}

/** How much there is to sample in all. */
export interface SamplingExtent {
  readonly sequences: number;
  readonly ended: number;
}

export type EventListener = (event: RunEvent) => void;
