import type { Finding } from './finding.js';

/**
 * What a check function returns. Nobody can claim a pass: `evaluated` means that the check looked, and it is passed
 * only when no finding of severity error came of it.
 */
export type Outcome =
  | { readonly kind: 'evaluated'; readonly findings: readonly Finding[] }
  | { readonly kind: 'not applicable'; readonly reason: string }
  | { readonly kind: 'not evaluated'; readonly reason: string }
  | { readonly kind: 'out of scope'; readonly what: string; readonly reason: string };

/** An outcome of a check that did not look. */
export type Unjudged = Exclude<Outcome, { readonly kind: 'evaluated' }>;

/**
 * The check looked, and this is what it found (a finding that the profile turns off is left out). Lists come as they are,
 * since of too many arguments JavaScript makes an error.
 */
export function evaluated(
  ...found: readonly (Finding | undefined | readonly (Finding | undefined)[])[]
): Outcome {
  return { kind: 'evaluated', findings: found.flat().filter((finding) => finding !== undefined) };
}

/** The server does not declare what the check is about. */
export function notApplicable(reason: string): Unjudged {
  return { kind: 'not applicable', reason };
}

/** What the check needs is missing or broke: `reason` names the finding or fault that blocks it. */
export function notEvaluated(reason: string): Unjudged {
  return { kind: 'not evaluated', reason };
}

/** The chosen input or options leave this out. */
export function outOfScope(what: string, reason: string): Unjudged {
  return { kind: 'out of scope', what, reason };
}

/** An outcome that rests on a part of what it needs: faults that were seen stand, but nothing can be called passed. */
export function onPartOfIt(outcome: Outcome, blocked: string): Outcome {
  const sawFaults = outcome.kind === 'evaluated' && outcome.findings.length > 0;
  return sawFaults ? outcome : notEvaluated(blocked);
}

/**
 * Runs a check. An exception inside it is ours, never booked as the server's fault and never a pass: the check is
 * `not evaluated`, and the reason carries the exception's message.
 */
export function runCheck(check: () => Outcome): Outcome {
  try {
    return check();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return notEvaluated(`internal fault of reso-certify: ${message}`);
  }
}
