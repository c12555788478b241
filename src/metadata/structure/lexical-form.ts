/** What the value of an attribute, or the text of an element, must look like. */
export interface LexicalForm {
  /** What is expected, as it follows "but": `a whole number or max is`. Without the verb. */
  readonly expected: string;
  readonly test: (value: string) => boolean;
  /** What to write instead, as a whole sentence; nothing where the value gives no idea. */
  readonly hint?: Hint;
  /** True where blanks around the text of an element are no part of it, as with XML Schema's own types. */
  readonly trimmed?: true;
}

type Hint = (value: string) => string | undefined;

/** A form of few words. */
export function oneOf(words: readonly string[], expected: string, aliases: Aliases = {}): LexicalForm {
  return { expected, test: (value) => words.includes(value), hint: wordFor(words, aliases) };
}

/** Words that people write for those of a form, in lower case. */
export type Aliases = Readonly<Record<string, string>>;

/** Suggests the word that is written in another case or called by an alias. */
export function wordFor(words: readonly string[], aliases: Aliases = {}): Hint {
  return (value) => {
    const written = value.trim().toLowerCase();
    const meant =
      words.find((word) => word.toLowerCase() === written) ??
      (Object.hasOwn(aliases, written) ? aliases[written] : undefined);
    return meant === undefined ? undefined : `Write "${meant}".`;
  };
}

/** A form that a regular expression describes. */
export function like(pattern: RegExp, expected: string): LexicalForm {
  return { expected, test: (value) => pattern.test(value) };
}

/** The same form with blanks around the text of an element. */
export function trimmed(form: LexicalForm): LexicalForm {
  return { ...form, trimmed: true };
}

/** The words of a list, which blanks separate. */
export function wordsOf(list: string): readonly string[] {
  return list.split(/[ \t\r\n]+/).filter((word) => word !== '');
}
