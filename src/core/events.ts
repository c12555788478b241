import type { StepStatus } from './verdict.js';

/** The steps of a run, in the order in which they happen. */
export const STEP_NAMES = ['metadata', 'lookups', 'scenarios', 'variations'] as const;
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
  | { readonly type: 'waiting'; readonly reason: string; readonly waitMs: number }
  | { readonly type: 'notice'; readonly message: string };

export type EventListener = (event: RunEvent) => void;
