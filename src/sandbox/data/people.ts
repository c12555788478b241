/** Given names of generated people. */
export const FIRST_NAMES: readonly string[] =
  'Aisha Ben Carmen David Elena Frank Grace Hiro Ingrid José Karen Luis Maya Noah Olivia Priya Quinn René Sofia Tom Uma Victor Wendy Xavier Yusuf Zoë'.split(
    ' ',
  );

/** Family names, among them such as break careless quoting. */
export const LAST_NAMES: readonly string[] = [
  ...'Adams Baker Chen Díaz Evans Fischer Garcia Huang Ivanov Johnson Kim Lopez Martin Nguyen Ortiz Patel Rossi Smith Turner Vasquez Williams Young'.split(
    ' ',
  ),
  "O'Neill",
  'de la Cruz',
  'St. John',
  'Müller-Lyer',
];

/** The first part of an office's name. */
export const BROKERAGES: readonly string[] = [
  'Blue Door',
  'Cornerstone',
  'Evergreen & Sons',
  'First Street',
  'Golden Key',
  'Harbor Light',
  'Northwind',
  'Summit',
];

/** A name as part of an e-mail address or a path: ASCII letters and digits only. */
export function plainName(name: string): string {
  return name
    .normalize('NFD')
    .replaceAll(/[^A-Za-z0-9]/g, '')
    .toLowerCase();
}
