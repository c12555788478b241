/** A value as JSON has it. Enumerations are names, dates and timestamps are text. */
export type Value = string | number | boolean | null | readonly string[];

/** A record as it is served: each declared field, in the order of the metadata, null where there is no value. */
export type Entity = Readonly<Record<string, Value>>;
