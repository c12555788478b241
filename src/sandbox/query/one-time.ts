import type { EvaluationContext } from './record.js';

/** The context with a clock that stands still from its first reading, so that all records see the same `now()`. */
export function atOneTime(context: EvaluationContext): EvaluationContext {
  let time: Date | undefined;
  const now = (): Date => {
    time ??= context.now();
    return time;
  };
  return { ...context, now };
}
