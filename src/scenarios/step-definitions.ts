import type { ISupportCodeLibrary } from '@cucumber/cucumber/api';
import { ToolFault } from '../core/errors.js';

/** A sentence and the code behind it, as Cucumber keeps them. */
export interface StepDefinition {
  readonly id: string;
  readonly expression: {
    match(text: string): readonly { getValue(world: unknown): unknown }[] | null;
  };
  readonly code: (...parameters: unknown[]) => unknown;
}

/**
 * The step definitions of a support code library, by id. Cucumber's public type hides them, so what is there is
 * checked before it is believed. Throws a ToolFault when another version of Cucumber keeps them elsewhere.
 */
export function stepDefinitionsOf(support: ISupportCodeLibrary): ReadonlyMap<string, StepDefinition> {
  const definitions: unknown = Reflect.get(support, 'stepDefinitions');
  if (Array.isArray(definitions) && definitions.length > 0 && definitions.every(isStepDefinition)) {
    return new Map(definitions.map((definition) => [definition.id, definition]));
  }
  throw new ToolFault('This version of Cucumber keeps its step definitions in another place.');
}

function isStepDefinition(value: unknown): value is StepDefinition {
  if (typeof value !== 'object' || value === null) return false;
  const { id, expression, code } = value as Partial<Record<keyof StepDefinition, unknown>>;
  return typeof id === 'string' && typeof expression === 'object' && typeof code === 'function';
}
