/** How enumerations are declared: as EnumTypes, or as strings whose values the Lookup Resource holds. */
export type Representation = 'enum' | 'lookup';
