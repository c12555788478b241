import type { DictionaryIndex } from '../../dictionary/dictionary-index.js';
import { FieldRole } from '../../sampling/records/field-role.js';
import type { RecordModel } from '../../sampling/records/record-model.js';

/** What is looked for in the fields of a resource. */
export interface WatchPlan {
  readonly model: RecordModel;
  /** By slot: the open lookup whose values are collected; none for other fields. */
  readonly lookups: readonly (WatchedLookup | undefined)[];
  /** By slot: the plan of the records that an expansion holds. */
  readonly targets: (WatchPlan | undefined)[];
  /** Names that are synonyms, and so not local. */
  readonly synonyms: ReadonlySet<string>;
}

/** A field with an open lookup that has standard values. */
export interface WatchedLookup {
  readonly resource: string;
  readonly field: string;
  readonly lookup: string;
  readonly standard: ReadonlySet<string>;
  /** True for a String List, Multi. */
  readonly isMultiple: boolean;
}

/** The plans of all resources. Values foreign to a closed lookup are no local ones, and without values there are none. */
export function watchPlans(
  models: readonly RecordModel[],
  dictionary: DictionaryIndex,
): ReadonlyMap<RecordModel, WatchPlan> {
  const plans = new Map(models.map((model) => [model, watchPlan(model, dictionary)]));
  for (const { model, targets } of plans.values()) {
    for (const [slot, role] of model.plan.roles.entries()) {
      const target = model.plan.targets[slot];
      if (role === FieldRole.expansion && target !== undefined) targets[slot] = plans.get(target);
    }
  }
  return plans;
}

function watchPlan(model: RecordModel, dictionary: DictionaryIndex): WatchPlan {
  return {
    model,
    lookups: model.shape.fields.map((field) => watchedLookup(model.name, field, dictionary)),
    targets: model.shape.fields.map(() => undefined),
    synonyms: new Set(dictionary.synonyms(model.name).keys()),
  };
}

function watchedLookup(
  resource: string,
  field: string,
  dictionary: DictionaryIndex,
): WatchedLookup | undefined {
  const element = dictionary.element(resource, field);
  if (element?.kind !== 'field' || element.lookup === undefined || element.lookupStatus === 'closed') {
    return undefined;
  }
  const { lookup, type } = element;
  const standard = dictionary.standardValues(lookup);
  if (standard.size === 0) return undefined;
  return { resource, field, lookup, standard, isMultiple: type === 'Multiple Enumeration' };
}
