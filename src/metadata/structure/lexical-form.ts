/** What the value of an attribute, or the text of an element, must look like. */
export interface LexicalForm {
  /** What is expected, as it follows "but": `a whole number or max is`. Without the verb. */
  readonly expected: string;
  readonly test: (value: string) => boolean;
  /** The value that is meant by one of another form; nothing where it gives no idea. */
  readonly meant?: Correction;
  /** What to do, as a whole sentence, where that is not to write what is meant. */
  readonly hint?: Correction;
  /** True where blanks around the text of an element are no part of it, as with XML Schema's own types. */
  readonly trimmed?: true;
}

type Correction = (value: string) => string | undefined;

/** A form of few words. */
export function oneOf(words: readonly string[], expected: string, aliases: Aliases = {}): LexicalForm {
  return { expected, test: (value) => words.includes(value), meant: wordFor(words, aliases) };
}

/** Words that people write for those of a form, in lower case. */
export type Aliases = Readonly<Record<string, string>>;

/** Finds the word that is written in another case or called by an alias. */
export function wordFor(words: readonly string[], aliases: Aliases = {}): Correction {
  return (value) => {
    const written = value.trim().toLowerCase();
    const word = words.find((each) => each.toLowerCase() === written);
    return word ?? (Object.hasOwn(aliases, written) ? aliases[written] : undefined);
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
