/** How a run proves who it is. */
export type Authentication =
  | { readonly kind: 'token'; readonly token: string }
  | {
      readonly kind: 'client credentials';
      readonly clientId: string;
      readonly clientSecret: string;
      readonly tokenUri: string;
      readonly scope?: string;
    };

/** One server to assess, and on whose behalf. UOIs and USIs are RESO's identifiers of organisations and systems. */
export interface Recipient {
  readonly description?: string;
  readonly serviceRootUri: string;
  readonly authentication: Authentication;
  readonly providerUoi?: string;
  readonly providerUsi?: string;
  readonly recipientUoi?: string;
  readonly originatingSystemName?: string;
  readonly originatingSystemId?: string;
}

/** A server that may be asked without credentials, for what it shows everybody. */
export type OpenRecipient = Omit<Recipient, 'authentication'> & Partial<Pick<Recipient, 'authentication'>>;

/** A request of a RESOScript with all references resolved: kept for Web API Core testing, sent by no command yet. */
export interface ScriptRequest {
  readonly requestId: string;
  readonly outputFile?: string;
  readonly url: string;
}

/** What a configuration says: one recipient of a RESOScript or of flags, or the many of a batch file. */
export interface ServerConfiguration {
  readonly recipients: readonly Recipient[];
  /** True for a batch file: results go into folders by UOI, one recipient's failure does not stop the others. */
  readonly isBatch: boolean;
  readonly requests: readonly ScriptRequest[];
  /** Every secret that the configuration holds, for redaction. */
  readonly secrets: readonly string[];
}
