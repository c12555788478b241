/** Whose fault a failure to run is. Faults of the metadata or the data are findings, never errors. */
export type Blame = 'configuration' | 'server' | 'tool';

interface Evidence {
  /** The file, option or URL that it is about. */
  readonly where?: string;
  /** What the reader can do about it. */
  readonly advice?: string;
  readonly cause?: unknown;
}

/** A reason why a run could not happen or not go on. Says whose fault it is, what, where and what to do. */
export abstract class CertifyError extends Error {
  abstract readonly blame: Blame;
  readonly where: string | undefined;
  readonly advice: string | undefined;

  constructor(what: string, evidence: Evidence = {}) {
    super(what, evidence.cause === undefined ? undefined : { cause: evidence.cause });
    this.name = new.target.name;
    this.where = evidence.where;
    this.advice = evidence.advice;
  }

  /** What, where and what to do, as one text for a person. */
  explain(): string {
    const place = this.where === undefined ? '' : `${this.where}: `;
    const advice = this.advice === undefined ? '' : ` ${this.advice}`;
    return `${place}${this.message}${advice}`;
  }
}

/** Whoever runs the tool can mend it: a bad option, a missing or unreadable file. Exit code 2. */
export class ConfigurationError extends CertifyError {
  readonly blame = 'configuration';
}

/** Our own fault: something that cannot be, was. Exit code 2. */
export class ToolFault extends CertifyError {
  readonly blame = 'tool';
}
