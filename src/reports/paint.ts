/** Colours a text, or leaves it as it is. */
export type Brush = (text: string) => string;

/** The colours that summaries use; the command line decides whether they show. */
export interface Paint {
  readonly bold: Brush;
  readonly dim: Brush;
  readonly red: Brush;
  readonly yellow: Brush;
  readonly green: Brush;
  readonly cyan: Brush;
}
