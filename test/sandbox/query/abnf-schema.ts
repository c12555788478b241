import type { QueryProperty, QuerySchema } from '../../../src/sandbox/query/query.js';
import { enumeration, many, one, schemaOf, toMany, toOne } from './sample-schema.js';

/**
 * One entity type with all properties that the cases name. Complex properties are ways to records here, for the
 * engine has no complex types; the types of the others are those that most cases want.
 */
export const EVERYTHING: QuerySchema = schemaOf('Everything', () => PROPERTIES);

const STRINGS = ['City', 'CompanyName', 'FirstName', 'Name', 'State', 'Street', 'Title'];
const TO_ONE = ['Address', 'Category', 'Country', 'Customer', 'Manager', 'Product', 'Supplier'];
const TO_MANY = ['Addresses', 'DirectReports', 'Items', 'Orders', 'Products', 'Sales'];

const PROPERTIES: Readonly<Record<string, QueryProperty>> = {
  ...each(STRINGS, one('Edm.String')),
  ...each(['EmailAddresses', 'Names'], many('Edm.String')),
  ...each(['Amount', 'Cost', 'Price', 'Revenue', 'Size'], one('Edm.Decimal')),
  ...each(['Age', 'Quantity', 'Rating'], one('Edm.Int32')),
  ...each(['BirthDate', 'LifeTime', 'ReleaseDate'], one('Edm.DateTimeOffset')),
  ...each(TO_ONE, toOne(EVERYTHING)),
  ...each(TO_MANY, toMany(EVERYTHING)),
  Sizes: many('Edm.Int32'),
  Completed: one('Edm.Boolean'),
  Day: one('Edm.Date'),
  Clock: one('Edm.TimeOfDay'),
  Length: one('Edm.Duration'),
  Identity: one('Edm.Guid'),
  style: enumeration('Sales.Pattern', ['Solid', 'Yellow'], { isFlags: true }),
};

function each(names: readonly string[], property: QueryProperty): Readonly<Record<string, QueryProperty>> {
  return Object.fromEntries(names.map((name) => [name, property]));
}
