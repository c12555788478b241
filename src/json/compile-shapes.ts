import { Shape } from './shape.js';

/** The fields of a kind of object, in the order in which servers are likely to send them. */
export interface ShapeDefinition {
  /** Unique among the definitions. */
  readonly name: string;
  readonly fields: readonly {
    /** A name that comes twice has one slot, so ask the shape for the slots of names. */
    readonly name: string;
    /** The name of the definition of the object that it holds, or of the objects in its array. */
    readonly shape?: string;
  }[];
}

/**
 * Shapes by name. Definitions may name each other in circles; a name that is not among them leads nowhere, and what is
 * there is unknown.
 */
export function compileShapes(definitions: readonly ShapeDefinition[]): ReadonlyMap<string, Shape> {
  const shapes = new Map(
    definitions.map(({ name, fields }) => [
      name,
      new Shape(name, [...new Set(fields.map((field) => field.name))]),
    ]),
  );
  for (const { name, fields } of definitions) {
    for (const field of fields) nest(shapes.get(name), field.name, shapes.get(field.shape ?? ''));
  }
  return shapes;
}

function nest(shape: Shape | undefined, field: string, target: Shape | undefined): void {
  const slot = shape?.slotOf(field);
  if (slot !== undefined && target !== undefined) shape?.nest(slot, target);
}
