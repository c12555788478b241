/** What stands before the content of an XML document, well-formed or not. */
export interface Prolog {
  /** The offset of `<!DOCTYPE`, when there is one before the root element. */
  readonly doctype?: number;
  /** The root element: its name as written, and the offset of its `<`. */
  readonly root?: { readonly name: string; readonly offset: number };
}

/** What matters before the root element, and the start tag that is the root; a stray "<" is passed over. */
const MARKUP = /<(?:!--|!\[CDATA\[|\?|!doctype|([^\s<>/!?='"&;]{1,1000}))/gi;

/** A DOCTYPE with more quotes, brackets and comments than this is taken as one without end. */
const MOST_TOKENS = 100_000;

/** True for a document with an XML declaration of another version than 1.0. A malformed one is not its concern. */
export function declaresOtherVersion(text: string): boolean {
  const declared =
    /^<\?xml[ \t\r\n]{1,100}version[ \t\r\n]{0,100}=[ \t\r\n]{0,100}(["'])([^"'<>]{0,100})\1/.exec(text);
  return declared !== null && declared[2] !== '1.0';
}

/**
 * Finds the root element of an XML document behind its declaration, comments, processing instructions and DOCTYPE.
 * It takes one pass and no view on well-formedness: the root is found also where the document is malformed. When a
 * DOCTYPE has no end, the name that it gives the root stands for it.
 */
export function scanProlog(text: string): Prolog {
  let doctype: number | undefined;
  for (let from = 0; from >= 0; ) {
    const markup = match(MARKUP, text, from);
    if (markup === undefined) break;
    const offset = markup.index;
    const name = markup[1];
    if (name !== undefined) return { ...seen(doctype), root: { name, offset } };
    const isDoctype = markup[0].toLowerCase() === '<!doctype';
    if (isDoctype) doctype ??= offset;
    from = isDoctype ? endOfDoctype(text, offset) : endOfMarkup(text, offset);
  }
  return { ...seen(doctype), ...declaredRoot(text, doctype) };
}

function seen(doctype: number | undefined): Prolog {
  return doctype === undefined ? {} : { doctype };
}

function declaredRoot(text: string, doctype: number | undefined): Prolog {
  const name =
    doctype === undefined ? undefined : match(/<!doctype\s{1,100}([^\s<>[]{1,1000})/iy, text, doctype)?.[1];
  return doctype === undefined || name === undefined ? {} : { root: { name, offset: doctype } };
}

/** The offset behind a comment, CDATA section or processing instruction; -1 when it has no end. */
function endOfMarkup(text: string, at: number): number {
  if (text.startsWith('<!--', at)) return endOf(text, '-->', at + 4);
  return text.startsWith('<?', at) ? endOf(text, '?>', at + 2) : endOf(text, ']]>', at + 9);
}

/** The offset behind a DOCTYPE with its internal subset; quoted text and comments inside it are passed over. */
function endOfDoctype(text: string, at: number): number {
  const stop = /["'[\]>]|<!--|<\?/g;
  let inSubset = false;
  let offset = at + 9;
  for (let tokens = 0; offset >= 0 && tokens < MOST_TOKENS; tokens++) {
    stop.lastIndex = offset;
    const token = stop.exec(text)?.[0];
    if (token === undefined) return -1;
    if (token === '>' && !inSubset) return stop.lastIndex;
    if (token === '[') inSubset = true;
    if (token === ']') inSubset = false;
    offset = endOfToken(text, token, stop.lastIndex);
  }
  return -1;
}

function endOfToken(text: string, token: string, from: number): number {
  if (token === '<!--') return endOf(text, '-->', from);
  if (token === '<?') return endOf(text, '?>', from);
  if (token === '"' || token === "'") return endOf(text, token, from);
  return from;
}

function endOf(text: string, terminator: string, from: number): number {
  const at = text.indexOf(terminator, from);
  return at < 0 ? -1 : at + terminator.length;
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}
