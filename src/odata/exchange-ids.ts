/**
 * Ids for the exchanges of one request: the label itself, then `label/2` and so on for those that follow from
 * redirects, retries and new tokens.
 */
export function exchangeIds(label: string): () => string {
  let count = 0;
  return () => {
    count += 1;
    return count === 1 ? label : `${label}/${count}`;
  };
}
