import type { OpenRecipient } from '../config/connection.js';

/** What a person calls a recipient: its description, else its UOI, else its service root. */
export function recipientName({ description, recipientUoi, serviceRootUri }: OpenRecipient): string {
  return description ?? recipientUoi ?? serviceRootUri;
}
