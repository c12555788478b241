/**
 * What a check or a finding is about. A check names the standard element, a finding the declared one.
 * All parts are names as they stand in the standard or in the metadata; none is escaped.
 */
export interface Subject {
  readonly resource?: string;
  readonly field?: string;
  readonly expansion?: string;
  readonly lookup?: string;
  readonly value?: string;
  /** A path of names into the XML, for what is no field: `Schema[org.reso.metadata]/EntityType[Property]/Key`. */
  readonly element?: string;
}

const PARTS = ['resource', 'field', 'expansion', 'lookup', 'value', 'element'] as const;

/** A text that two subjects share exactly when they name the same thing, whatever the order of their keys. */
export function subjectKey(subject: Subject): string {
  return JSON.stringify(PARTS.map((part) => subject[part] ?? null));
}

/** The subject as a person would write it: `Property.ListPrice`, `StandardStatus = "Actve"`. */
export function describeSubject(subject: Subject): string {
  const member = subject.field ?? subject.expansion;
  const place = [subject.resource, member].filter((part) => part !== undefined).join('.');
  const lookup =
    subject.lookup === undefined
      ? ''
      : subject.value === undefined
        ? subject.lookup
        : `${subject.lookup} = "${subject.value}"`;
  const named = [place, lookup].filter((part) => part !== '').join(' ');
  if (named === '' || subject.element === undefined) return named || subject.element || 'the whole document';
  return `${named} (${subject.element})`;
}
