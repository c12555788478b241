// C0 and C1 controls, and the marks that turn the direction of text: all can make a terminal show what is not there.
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this looks for
const HOSTILE = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/** A text from a server or file, safe to print on a terminal: control characters become `\u{1b}` and the like. */
export function escapeTerminal(text: string): string {
  return text.replace(HOSTILE, (character) => `\\u{${character.charCodeAt(0).toString(16)}}`);
}
