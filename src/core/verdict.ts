/** How one check ended. `not evaluated` is never green: what the check needs is missing or broke. */
export type CheckVerdict = 'passed' | 'failed' | 'not applicable' | 'not evaluated';

/** How a run ended. */
export type RunVerdict = 'passed' | 'failed' | 'incomplete';

/** How a step of a run ended. */
export type StepStatus = RunVerdict | 'out of scope';

/** The exit codes of every command, in one place. */
export const EXIT = { passed: 0, failed: 1, incomplete: 2 } as const satisfies Record<RunVerdict, number>;

const PRECEDENCE: readonly CheckVerdict[] = ['failed', 'not evaluated', 'passed', 'not applicable'];

/** Of two verdicts on the same check, the one that counts: a failure beats all, an applicable one the others. */
export function strongerVerdict(a: CheckVerdict, b: CheckVerdict): CheckVerdict {
  return PRECEDENCE.indexOf(a) <= PRECEDENCE.indexOf(b) ? a : b;
}

/** The verdict over a set of checks and findings: an error fails, what could not be evaluated is incomplete. */
export function runVerdict(state: { errors: number; notEvaluated: number; faulted: boolean }): RunVerdict {
  if (state.errors > 0) return 'failed';
  return state.notEvaluated > 0 || state.faulted ? 'incomplete' : 'passed';
}
