/** Where findings of rules about near names are no errors (see `severityOf` and `weighSuggestions`), as a phrase. */
export const WHERE_NEAR_NAMES_WARN =
  'in Data Dictionary 1.7, with --no-strict, where only synonyms or Fast Track are suggested, and in the specification profile where every suggestion is advisory';
