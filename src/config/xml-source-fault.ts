/** The state of a reader when its parser found a fault. */
export interface XmlSourceFailure {
  readonly text: string;
  /** Where the token begins that is at fault. */
  readonly tokenStart: number;
  /** How far the parser has read. */
  readonly offset: number;
  /** The line of the element that the parser closed last: it does so before it looks at the name of an end tag. */
  readonly closedLine: number | undefined;
}

/** A fault in words that quote nothing of the file. Without offset it stands at the innermost open element. */
export interface XmlSourceFault {
  readonly offset?: number;
  readonly what: string;
  readonly advice: string;
}

const SCRIPT_EXPECTED = 'Give a RESOScript: XML with the root element OutputScript.';
export const NOT_WELL_FORMED = 'The file is not well-formed XML here.';

const BAD_AMPERSAND = /&(?!(?:amp|lt|gt|quot|apos|#\d{1,10}|#x[\da-fA-F]{1,8});)/g;
const ENTITY = /&[\p{L}_:][\p{L}\p{N}_.:-]*;/uy;
/** Where `&` has no meaning. */
const VERBATIM = /[ \t\r\n]*<(?:!--|!\[CDATA\[|\?|!DOCTYPE)/y;

/**
 * Puts a parser's failure into words. An unescaped `&` is looked for first: the parser reads on to the next semicolon
 * before it notices.
 */
export function explainXmlFault(message: string, failure: XmlSourceFailure): XmlSourceFault {
  const ampersand = badAmpersand(failure);
  if (ampersand !== undefined) return explainAmpersand(failure.text, ampersand);
  if (message.startsWith('unclosed tag')) {
    return {
      what: 'The element that starts here is not closed.',
      advice: 'Close it. The file may be cut short.',
    };
  }
  if (message.startsWith('unexpected close tag')) {
    return {
      offset: failure.offset - 1,
      what: `The end tag here does not belong to the element of line ${failure.closedLine ?? 1}, which is open.`,
      advice: 'Close that one first. In a value, "<" is written "&lt;".',
    };
  }
  if (message.startsWith('document must contain a root')) {
    return { what: 'The file has no root element.', advice: SCRIPT_EXPECTED };
  }
  if (message.startsWith('text data outside')) {
    const blanks = failure.text.slice(failure.tokenStart).search(/[^ \t\r\n]/);
    return {
      offset: failure.tokenStart + Math.max(0, blanks),
      what: 'There is text outside of the root element.',
      advice: SCRIPT_EXPECTED,
    };
  }
  return {
    offset: failure.offset - 1,
    what: NOT_WELL_FORMED,
    advice:
      'In values, "&" is written "&amp;" and "<" is written "&lt;"; names and quotation marks must be complete.',
  };
}

function badAmpersand({ text, tokenStart, offset }: XmlSourceFailure): number | undefined {
  VERBATIM.lastIndex = tokenStart;
  if (VERBATIM.test(text)) return undefined;
  BAD_AMPERSAND.lastIndex = tokenStart;
  const found = BAD_AMPERSAND.exec(text)?.index;
  return found !== undefined && found < offset ? found : undefined;
}

function explainAmpersand(text: string, offset: number): XmlSourceFault {
  ENTITY.lastIndex = offset;
  if (!ENTITY.test(text)) {
    return {
      offset,
      what: '"&" starts no reference here.',
      advice: 'Where "&" itself is meant, write "&amp;".',
    };
  }
  return {
    offset,
    what: 'An entity is referred to here, and none is expanded, whether the file declares it or not.',
    advice: 'Write out what it stands for. Where "&" itself is meant, write "&amp;".',
  };
}
