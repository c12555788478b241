/** Why a query was refused, in the words of the OData error object's `code`. */
export type QueryErrorCode =
  | 'MalformedUrl'
  | 'UnknownOption'
  | 'RepeatedOption'
  | 'OptionNotAllowed'
  | 'InvalidValue'
  | 'SyntaxError'
  | 'UnknownProperty'
  | 'TypeMismatch'
  | 'TooComplex'
  | 'NotSupported';

/**
 * A query that cannot be answered: status 501 for what OData knows and this server does not do (`NotSupported`),
 * 400 for every other reason (OData 4.01 Protocol, 9.2 and 9.3).
 */
export class QueryError extends Error {
  override readonly name = 'QueryError';
  readonly status: 400 | 501;

  constructor(
    readonly code: QueryErrorCode,
    message: string,
    /** The query option, such as `$filter`; for an option inside `$expand` the outer one. */
    readonly option: string,
    /** Where in the percent-decoded value of the option, in UTF-16 code units from 0. */
    readonly offset: number,
  ) {
    super(message);
    this.status = code === 'NotSupported' ? 501 : 400;
  }

  /** The `target` of an OData error object: the option and the place in it, such as `$filter:12`. */
  get target(): string {
    return `${this.option}:${this.offset}`;
  }
}
