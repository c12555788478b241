/** Gives requests their `Authorization`. */
export interface Authenticator {
  /** The value of the header for a request that is about to be sent. */
  authorization(): Promise<string>;
  /** Says that a server refused this value. False when there is no other to be had. */
  refused(authorization: string): boolean;
}
