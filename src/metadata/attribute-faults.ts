import { shorten } from '../core/shorten.js';
import type { Explained, Failure } from './reading-failure.js';
import { SPELT_OUT } from './reference-faults.js';

/** What is wrong with a character, an attribute or a prefix; nothing for other failures. */
export function attributeFault(failure: Failure, message: string): Explained | undefined {
  if (message.startsWith('disallowed character.')) return disallowedCharacter(failure);
  if (message.startsWith('unbound namespace prefix')) return unboundPrefix(failure, message);
  if (message.startsWith('duplicate attribute')) return repeated(failure);
  if (message.startsWith('attribute without value') || endsTagBehindName(failure, message))
    return withoutValue(failure);
  if (message.startsWith('unquoted attribute value')) {
    return {
      offset: failure.offset - 1,
      message: 'The value of an attribute is not in quotation marks. Add them.',
    };
  }
  if (message.startsWith('no whitespace between attributes')) return noBlank(failure);
  if (message.startsWith('malformed name')) return malformedName(failure, message);
  return /namespace|xmlns|prefix/.test(message) ? namespaceFault(failure) : undefined;
}

function disallowedCharacter(failure: Failure): Explained {
  const offset = failure.offset - 1;
  if (failure.text.charAt(offset) === '<') return lessThanInValue(failure, offset);
  const code = failure.text.charCodeAt(offset).toString(16).toUpperCase().padStart(4, '0');
  return { offset, message: `The control character U+${code} is not allowed in XML. Remove it.` };
}

function lessThanInValue({ text, tokenStart, tag }: Failure, offset: number): Explained {
  const name = text.slice(tokenStart, Math.max(tokenStart, text.indexOf('=', tokenStart))).trim();
  return {
    offset,
    message: `The value of the attribute ${shorten(name)} of <${shorten(tag?.name ?? '')}> contains "<". ${SPELT_OUT} "&lt;"; or the closing quotation mark is missing.`,
  };
}

function unboundPrefix(failure: Failure, message: string): Explained {
  const { tag } = failure;
  const prefix = /"(.*)"/.exec(message)?.[1] ?? '';
  const attribute = tag?.attributes.findIndex(({ name }) => name.startsWith(`${prefix}:`)) ?? -1;
  const isElement = tag?.name.startsWith(`${prefix}:`) === true || attribute < 0;
  return {
    offset: isElement ? (tag?.offset ?? failure.offset) : attributeOffset(failure, attribute),
    message: `The namespace prefix "${shorten(prefix)}" is not declared. Declare it with xmlns:${shorten(prefix)}="…", or correct it.`,
  };
}

function repeated(failure: Failure): Explained {
  const { tag } = failure;
  const names = tag?.attributes.map(({ name }) => name) ?? [];
  const again = names.findIndex((name, index) => names.indexOf(name) < index);
  const last = again < 0 ? names.length - 1 : again;
  return {
    offset: attributeOffset(failure, last),
    message: `The attribute ${shorten(names[last] ?? '')} stands twice in <${shorten(tag?.name ?? '')}>. Remove one of them.`,
  };
}

/** `<a x/>`: to the parser the "/" is a wrong character of the name. */
function endsTagBehindName({ text, offset }: Failure, message: string): boolean {
  return (
    message.startsWith('disallowed character in attribute name') &&
    /[^\s"']\//.test(text.slice(offset - 2, offset))
  );
}

function withoutValue({ text, offset, tag }: Failure): Explained {
  const end = text.slice(0, offset - 1).trimEnd().length;
  let start = end;
  while (start > 0 && !/[\s"']/.test(text.charAt(start - 1))) start -= 1;
  const name = text.slice(start, end);
  return {
    offset: Math.max(start, tag?.offset ?? 0),
    message: `The attribute ${shorten(name)} has no value. Write ${shorten(name)}="…", or remove it.`,
  };
}

function noBlank({ offset, tag }: Failure): Explained {
  const before = shorten(tag?.attributes.at(-1)?.name ?? '');
  return {
    offset: offset - 1,
    message: `There is no blank behind the value of the attribute ${before}. Add it, or a quotation mark that is missing before.`,
  };
}

function malformedName({ text, offset }: Failure, message: string): Explained {
  const name = message.slice('malformed name: '.length, -1);
  return {
    offset: Math.max(0, text.lastIndexOf(name, offset)),
    message: `The name "${shorten(name)}" is malformed: it may have one colon, behind its prefix. Correct it.`,
  };
}

function namespaceFault(failure: Failure): Explained {
  const last = (failure.tag?.attributes.length ?? 0) - 1;
  return {
    offset: attributeOffset(failure, last),
    message:
      'A namespace is declared in a way that XML does not allow: xml and xmlns are reserved, and a prefix needs a namespace. Correct it.',
  };
}

function attributeOffset({ tag, offset }: Failure, index: number): number {
  return tag?.attributes[index]?.offset ?? tag?.offset ?? Math.max(0, offset - 1);
}
