import { attributeFault } from './attribute-faults.js';
import { cutShort, mismatchedEnd, strayEnd } from './element-faults.js';
import type { Explained, Failure } from './reading-failure.js';
import { referenceFault, SPELT_OUT } from './reference-faults.js';

export const DOCTYPE_REFUSED =
  'The document has a DOCTYPE declaration, which metadata must not have: entities and external files are not read. Remove it.';

type Explain = (failure: Failure, message: string) => Explained;

/** By the beginning of the parser's own message. */
const EXPLANATIONS: readonly (readonly [string, Explain])[] = [
  ['token too long', tokenTooLong],
  ['unexpected close tag', mismatchedEnd],
  ['unmatched closing tag', strayEnd],
  ['weird empty close tag', strayEnd],
  ['unclosed tag', cutShort],
  ['unexpected end', cutShort],
  ['document must contain a root element', cutShort],
  ['inappropriately located doctype', (failure) => back(failure, '<!', DOCTYPE_REFUSED)],
  [
    'incorrect syntax',
    (failure) => back(failure, '<!', markup('"<!"', 'a comment <!-- or a CDATA section <![CDATA[')),
  ],
  ['malformed comment', malformedComment],
  ['the string "]]>"', (failure) => back(failure, ']]>', `The text contains "]]>". ${SPELT_OUT} "]]&gt;".`)],
  ['documents may contain only one root', secondRoot],
  ['text data outside of root', textOutsideRoot],
  ['disallowed character in tag name.', (failure) => badCharacter(failure, 'the name of an element')],
  ['disallowed character in tag name', strayLessThan],
  ['disallowed character in closing tag', (failure) => badCharacter(failure, 'an end tag')],
  ['forward-slash in opening tag', (failure) => badCharacter(failure, 'a start tag behind its "/"')],
  [
    'disallowed character in processing',
    (failure) => back(failure, '<?', malformed('processing instruction')),
  ],
  ['processing instruction without', (failure) => back(failure, '<?', malformed('processing instruction'))],
  ['an XML declaration must', misplacedDeclaration],
  ['the XML declaration must', misplacedDeclaration],
];

const CONSTRUCTS = ['<!--', '<![CDATA[', '<?'];

/**
 * Puts a parser's failure into a sentence for people, at the place where the fault is (the parser stands behind it).
 * An unescaped `&` is looked for first: the parser reads on to the next semicolon before it notices.
 */
export function explainFailure(message: string, failure: Failure): Explained {
  const inConstruct = isInConstruct(failure);
  const reference = inConstruct ? undefined : referenceFault(failure, message);
  if (reference !== undefined) return reference;
  const explain = EXPLANATIONS.find(([start]) => message.startsWith(start))?.[1];
  return explain?.(failure, message) ?? attributeFault(failure, message) ?? otherFault(failure, message);
}

/** True inside a comment, CDATA section or processing instruction, where `&` has no meaning. */
function isInConstruct({ text, tokenStart }: Failure): boolean {
  const blanks = /[ \t\r\n]*/y;
  blanks.lastIndex = tokenStart;
  blanks.test(text);
  return CONSTRUCTS.some((start) => text.startsWith(start, blanks.lastIndex));
}

function tokenTooLong({ tokenStart, limits }: Failure): Explained {
  return {
    offset: tokenStart,
    message: `What starts here goes on for more than ${limits.token} characters. Close it, or shorten it.`,
  };
}

/** The last place before the failure where `start` stands. */
function back({ text, offset }: Failure, start: string, message: string): Explained {
  return { offset: Math.max(0, text.lastIndexOf(start, offset - start.length)), message };
}

function malformedComment({ text, offset }: Failure): Explained {
  return {
    offset: Math.max(0, text.lastIndexOf('--', offset - 3)),
    message: 'A comment contains "--", which only its end "-->" may. Remove one of the dashes.',
  };
}

function secondRoot({ tag, offset }: Failure): Explained {
  return {
    offset: tag?.offset ?? offset,
    message: `A second root element <${tag?.name ?? ''}> starts behind the end of the first. Keep one.`,
  };
}

function textOutsideRoot({ text, tokenStart, offset }: Failure): Explained {
  const gap = text.slice(tokenStart, offset).search(/[^ \t\r\n]/);
  return {
    offset: gap < 0 ? offset : tokenStart + gap,
    message: 'There is text outside the root element, where only comments may stand. Remove it.',
  };
}

function strayLessThan({ text, offset }: Failure): Explained {
  return {
    offset: text.lastIndexOf('<', offset - 2),
    message: `"<" starts no element here. ${SPELT_OUT} "&lt;", or correct the name of the element.`,
  };
}

function misplacedDeclaration(failure: Failure): Explained {
  return back(
    failure,
    '<?',
    'An XML declaration stands here, but only the very beginning may have it. Remove it.',
  );
}

function badCharacter({ text, offset }: Failure, where: string): Explained {
  const last = lastCharacter(text, offset);
  const what = /[\r\n]/.test(last) ? 'A line end' : `The character "${last}"`;
  return {
    offset: offset - last.length,
    message: `${what} is not allowed in ${where}. Remove it, or complete what stands before it.`,
  };
}

function lastCharacter(text: string, offset: number): string {
  return [...text.slice(Math.max(0, offset - 2), offset)].at(-1) ?? '';
}

function markup(found: string, expected: string): string {
  return `${found} starts nothing that XML knows here; ${expected} was expected. Correct or remove it.`;
}

function malformed(what: string): string {
  return `A ${what} is malformed: "<?" must be followed by a name. Correct or remove it.`;
}

/** The XML declaration's own faults, and what else the parser may find. */
function otherFault(failure: Failure, message: string): Explained {
  const { tokenStart, text, offset } = failure;
  if (message.startsWith('disallowed character in')) return badCharacter(failure, 'the name of an attribute');
  if (text.startsWith('<?xml', tokenStart)) {
    return {
      offset: tokenStart,
      message: 'The XML declaration is malformed. Write <?xml version="1.0" encoding="UTF-8"?>.',
    };
  }
  return { offset: Math.max(0, offset - 1), message: `The XML is malformed: ${message} Correct it.` };
}
