/**
 * How enumerations are declared: as EnumTypes, as EnumTypes of which some have IsFlags, or as strings whose values the
 * Lookup Resource holds.
 */
export type Representation = 'enum' | 'flags' | 'lookup';
