const BEGINNING = 'Not as the standard says: ';

/** A step that found errors. Its message is for people and carries no stack. */
export class StandardViolated extends Error {
  constructor(messages: readonly string[]) {
    super(`${BEGINNING}${messages.join('\n')}`);
    // Cucumber looks for calls in a stack, with an expression that takes hours on a long message with quotation marks.
    this.stack = '';
  }

  /** True for the message of such a step, as Cucumber gives it; other steps that failed broke. */
  static isMessage(message: string | undefined): boolean {
    return message?.startsWith(BEGINNING) === true;
  }
}
