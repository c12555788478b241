/** Elements and attributes of OData 2 and 3 that are gone, with what stands for them today. */
const FORMER: ReadonlyMap<string, string> = new Map([
  ['Using', 'Write edmx:Reference with edmx:Include instead.'],
  ['Documentation', 'Write an Annotation of the term Org.OData.Core.V1.Description instead.'],
  ['Association', 'Declare navigation properties with Partner and ReferentialConstraint instead.'],
  ['AssociationSet', 'Write a NavigationPropertyBinding in the entity set instead.'],
  ['Relationship', 'State the Type and Partner of the navigation property instead.'],
  ['FromRole', 'State the Type and Partner of the navigation property instead.'],
  ['ToRole', 'State the Type and Partner of the navigation property instead.'],
  ['Principal', 'Write the attributes Property and ReferencedProperty instead.'],
  ['Dependent', 'Write the attributes Property and ReferencedProperty instead.'],
  ['FixedLength', 'Remove it: MaxLength is all that OData 4 knows of a length.'],
  ['Collation', 'Remove it: OData 4 knows no collation.'],
  ['ConcurrencyMode', 'Write an Annotation of the term Org.OData.Core.V1.OptimisticConcurrency instead.'],
  ['CollectionKind', 'Write Type="Collection(…)" instead.'],
  ['IsSideEffecting', 'Declare an Action or a Function instead.'],
  ['IsBindable', 'Write IsBound instead.'],
  ['ValueTerm', 'Write Term instead.'],
  ['ValueAnnotation', 'Write Annotation instead.'],
  ['TypeAnnotation', 'Write an Annotation with a Record instead.'],
  ['RowType', 'Declare a ComplexType instead.'],
  ['CollectionType', 'Write Type="Collection(…)" instead.'],
  ['TypeRef', 'Write the attribute Type instead.'],
]);

/** What to do about a name of OData 2 or 3; nothing for others. */
export function formerName(name: string): string | undefined {
  const advice = FORMER.get(name);
  return advice === undefined ? undefined : `It is of OData 3. ${advice}`;
}
