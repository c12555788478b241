import { shorten } from '../core/shorten.js';
import { TextPositions } from '../core/text-position.js';
import type { Explained, Failure } from './reading-failure.js';
import type { OpenElement } from './xml-tree-builder.js';

const MOST_NAMED = 5;

/** An end tag that is not that of the element which is open. */
export function mismatchedEnd({ text, offset, open, closed }: Failure): Explained {
  const { start, name } = endTag(text, offset);
  const inner = closed === undefined ? 'another element' : describe(closed);
  const outer = open.findLast((element) => element.name === name);
  const advice =
    outer === undefined
      ? `Write </${shorten(closed?.name ?? '')}>, or correct the start tag.`
      : `It belongs to line ${outer.line}: close what is inside first.`;
  return {
    offset: start,
    message: `The end tag </${shorten(name)}> stands where ${inner} is still open. ${advice}`,
  };
}

/** An end tag where no element is open, or `</>`. */
export function strayEnd({ text, offset }: Failure): Explained {
  const { start, name } = endTag(text, offset);
  return {
    offset: start,
    message: `The end tag </${shorten(name)}> closes nothing that is open. Remove it, or give it the name of its element.`,
  };
}

/** The document ends where something is still open: says what, innermost first, each with its line. */
export function cutShort({ text, offset, tokenStart, open, tag }: Failure): Explained {
  const inside = tag === undefined ? construct(text, tokenStart) : `the start tag of <${shorten(tag.name)}>`;
  if (inside === undefined && open.length === 0) {
    return { offset, message: 'The document has no root element. Fetch or save it again.' };
  }
  const where = inside === undefined ? 'The document ends' : `The document ends inside ${inside}`;
  return {
    offset,
    message: `${where}${stillOpen(open)}. It may be cut short: fetch or save it again.`,
  };
}

function stillOpen(open: readonly OpenElement[]): string {
  if (open.length === 0) return '';
  const named = open.slice(-MOST_NAMED).reverse().map(describe).join(', ');
  const more = open.length > MOST_NAMED ? ` and ${open.length - MOST_NAMED} more` : '';
  const verb = open.length === 1 ? 'is' : 'are';
  return `, but ${named}${more} ${verb} still open`;
}

function describe({ name, line }: OpenElement): string {
  return `<${shorten(name)}> of line ${line}`;
}

/** The end tag that ends at the offset. */
function endTag(text: string, offset: number): { start: number; name: string } {
  const start = Math.max(0, text.lastIndexOf('</', offset - 3));
  return { start, name: text.slice(start + 2, offset - 1).trim() };
}

function construct(text: string, tokenStart: number): string | undefined {
  const at = text.indexOf('<', tokenStart);
  if (at < 0) return undefined;
  const kind = CONSTRUCTS.find(([start]) => text.startsWith(start, at))?.[1] ?? 'a tag';
  return `${kind} that starts in line ${new TextPositions(text).at(at).line}`;
}

const CONSTRUCTS: readonly (readonly [start: string, name: string])[] = [
  ['<!--', 'a comment'],
  ['<![CDATA[', 'a CDATA section'],
  ['<?', 'a processing instruction'],
  ['</', 'an end tag'],
];
