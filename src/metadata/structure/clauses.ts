/** A place in the standard. */
export interface Clause {
  /** The section of OData CSDL XML 4.01. */
  readonly in401: string;
  /** The section of OData 4.0, Part 3: CSDL; absent for what came with 4.01. */
  readonly in40?: string;
  /** The anchor in the document of 4.01. */
  readonly anchor: string;
}

/** The versions of OData that have a CSDL in XML of this language. */
export type CsdlVersion = '4.0' | '4.01';

const CSDL_401 = 'https://docs.oasis-open.org/odata/odata-csdl-xml/v4.01/odata-csdl-xml-v4.01.html';
const CSDL_40 = 'https://docs.oasis-open.org/odata/odata/v4.0/odata-v4.0-part3-csdl.html';

/** The clause in words: `OData CSDL XML 4.01, section 7.2.2`. What 4.0 does not have is cited from 4.01. */
export function cite({ in40, in401 }: Clause, version: CsdlVersion): string {
  return version === '4.0' && in40 !== undefined
    ? `OData CSDL 4.0, section ${in40}`
    : `OData CSDL XML 4.01, section ${in401}`;
}

/** Where the clause can be read. The document of 4.0 has no anchors that last. */
export function urlOf({ in40, anchor }: Clause, version: CsdlVersion): string {
  return version === '4.0' && in40 !== undefined ? CSDL_40 : `${CSDL_401}#${anchor}`;
}

/** The sections of the standard that rule structure, by what they are about. */
export const CLAUSES = {
  Namespaces: at('2.2', '2', 'sec_XMLNamespaces'),
  Edmx: at('4', '3.1', 'sec_CSDLXMLDocument'),
  DataServices: at('4', '3.2', 'sec_CSDLXMLDocument'),
  Reference: at('4.1', '3.3', 'sec_Reference'),
  Include: at('4.2', '3.4', 'sec_IncludedSchema'),
  IncludeAnnotations: at('4.3', '3.5', 'sec_IncludedAnnotations'),
  Schema: at('5', '5.1', 'sec_Schema'),
  SchemaAlias: at('5.1', '5.1.2', 'sec_Alias'),

  EntityType: at('6', '8.1', 'sec_EntityType'),
  EntityBaseType: at('6.1', '8.1.2', 'sec_DerivedEntityType'),
  EntityAbstract: at('6.2', '8.1.3', 'sec_AbstractEntityType'),
  EntityOpenType: at('6.3', '8.1.4', 'sec_OpenEntityType'),
  HasStream: at('6.4', '8.1.5', 'sec_MediaEntityType'),
  Key: at('6.5', '8.2', 'sec_Key'),
  PropertyRef: at('6.5', '8.3', 'sec_Key'),
  Property: at('7', '6.1', 'sec_StructuralProperty'),
  PropertyType: at('7.1', '6.1.2', 'sec_Type'),
  Nullable: at('7.2.1', '6.2.1', 'sec_Nullable'),
  MaxLength: at('7.2.2', '6.2.2', 'sec_MaxLength'),
  Precision: at('7.2.3', '6.2.3', 'sec_Precision'),
  Scale: at('7.2.4', '6.2.4', 'sec_Scale'),
  Unicode: at('7.2.5', '6.2.5', 'sec_Unicode'),
  Srid: at('7.2.6', '6.2.6', 'sec_SRID'),
  DefaultValue: at('7.2.7', '6.2.7', 'sec_DefaultValue'),
  NavigationProperty: at('8', '7.1', 'sec_NavigationProperty'),
  NavigationType: at('8.1', '7.1.2', 'sec_NavigationPropertyType'),
  NavigationNullable: at('8.2', '7.1.3', 'sec_NullableNavigationProperty'),
  Partner: at('8.3', '7.1.4', 'sec_PartnerNavigationProperty'),
  ContainsTarget: at('8.4', '7.1.5', 'sec_ContainmentNavigationProperty'),
  ReferentialConstraint: at('8.5', '7.2', 'sec_ReferentialConstraint'),
  OnDelete: at('8.6', '7.3', 'sec_OnDeleteAction'),
  ComplexType: at('9', '9.1', 'sec_ComplexType'),
  ComplexBaseType: at('9.1', '9.1.2', 'sec_DerivedComplexType'),
  ComplexAbstract: at('9.2', '9.1.3', 'sec_AbstractComplexType'),
  ComplexOpenType: at('9.3', '9.1.4', 'sec_OpenComplexType'),
  EnumType: at('10', '10.1', 'sec_EnumerationType'),
  EnumUnderlyingType: at('10.1', '10.1.2', 'sec_UnderlyingIntegerType'),
  IsFlags: at('10.2', '10.1.3', 'sec_FlagsEnumerationType'),
  Member: at('10.3', '10.2', 'sec_EnumerationTypeMember'),
  TypeDefinition: at('11', '11.1', 'sec_TypeDefinition'),
  UnderlyingPrimitiveType: at('11.1', '11.1.2', 'sec_UnderlyingPrimitiveType'),

  Action: at('12.1', '12.1', 'sec_Action'),
  Function: at('12.3', '12.2', 'sec_Function'),
  IsBound: at('12.5', '12.2.2', 'sec_BoundorUnboundActionorFunctionOverl'),
  EntitySetPath: at('12.6', '12.2.4', 'sec_EntitySetPath'),
  IsComposable: at('12.7', '12.2.3', 'sec_ComposableFunction'),
  ReturnType: at('12.8', '12.3', 'sec_ReturnType'),
  Parameter: at('12.9', '12.4', 'sec_Parameter'),

  EntityContainer: at('13', '13.1', 'sec_EntityContainer'),
  Extends: at('13.1', '13.1.2', 'sec_ExtendinganEntityContainer'),
  EntitySet: at('13.2', '13.2', 'sec_EntitySet'),
  Singleton: at('13.3', '13.3', 'sec_Singleton'),
  SingletonNullable: { in401: '13.3', anchor: 'sec_Singleton' },
  NavigationPropertyBinding: at('13.4', '13.4', 'sec_NavigationPropertyBinding'),
  BindingPath: at('13.4.1', '13.4.1', 'sec_NavigationPropertyPathBinding'),
  BindingTarget: at('13.4.2', '13.4.2', 'sec_BindingTarget'),
  ActionImport: at('13.5', '13.5', 'sec_ActionImport'),
  FunctionImport: at('13.6', '13.6', 'sec_FunctionImport'),

  Term: at('14.1', '14.1', 'sec_Term'),
  BaseTerm: at('14.1.1', '14.1.3', 'sec_SpecializedTerm'),
  AppliesTo: at('14.1.2', '14.1.5', 'sec_Applicability'),
  Annotations: at('5.2', '14.2', 'sec_AnnotationswithExternalTargeting'),
  Target: at('14.2.2', '14.2.1', 'sec_Target'),
  Annotation: at('14.2', '14.3', 'sec_Annotation'),
  Qualifier: at('14.2.1', '14.3.2', 'sec_Qualifier'),

  Binary: at('14.3.1', '14.4.1', 'sec_Binary'),
  Bool: at('14.3.2', '14.4.2', 'sec_Boolean'),
  Date: at('14.3.3', '14.4.3', 'sec_Date'),
  DateTimeOffset: at('14.3.4', '14.4.4', 'sec_DateTimeOffset'),
  Decimal: at('14.3.5', '14.4.5', 'sec_Decimal'),
  Duration: at('14.3.6', '14.4.6', 'sec_Duration'),
  EnumMember: at('14.3.7', '14.4.7', 'sec_EnumerationMember'),
  Float: at('14.3.8', '14.4.8', 'sec_FloatingPointNumber'),
  Guid: at('14.3.9', '14.4.9', 'sec_Guid'),
  Int: at('14.3.10', '14.4.10', 'sec_Integer'),
  String: at('14.3.11', '14.4.11', 'sec_String'),
  TimeOfDay: at('14.3.12', '14.4.12', 'sec_TimeofDay'),

  Logical: at('14.4.2', '14.5.1', 'sec_ComparisonandLogicalOperators'),
  MembershipOperator: { in401: '14.4.2', anchor: 'sec_ComparisonandLogicalOperators' },
  Arithmetic: { in401: '14.4.3', anchor: 'sec_ArithmeticOperators' },
  AnnotationPath: at('14.4.1.3', '14.5.2', 'sec_AnnotationPath'),
  ModelElementPath: { in401: '14.4.1.4', anchor: 'sec_ModelElementPath' },
  NavigationPropertyPath: at('14.4.1.5', '14.5.11', 'sec_NavigationPropertyPath'),
  PropertyPath: at('14.4.1.6', '14.5.13', 'sec_PropertyPath'),
  Path: at('14.4.1.7', '14.5.12', 'sec_ValuePath'),
  Apply: at('14.4.4', '14.5.3', 'sec_ApplyClientSideFunctions'),
  Cast: at('14.4.5', '14.5.4', 'sec_Cast'),
  Collection: at('14.4.6', '14.5.5', 'sec_Collection'),
  If: at('14.4.7', '14.5.6', 'sec_IfThenElse'),
  IsOf: at('14.4.8', '14.5.7', 'sec_IsOf'),
  LabeledElement: at('14.4.9', '14.5.8', 'sec_LabeledElement'),
  LabeledElementReference: at('14.4.10', '14.5.9', 'sec_LabeledElementReference'),
  Null: at('14.4.11', '14.5.10', 'sec_Null'),
  Record: at('14.4.12', '14.5.14', 'sec_Record'),
  PropertyValue: at('14.4.12', '14.5.14.2', 'sec_Record'),
  UrlRef: at('14.4.13', '14.5.15', 'sec_URLReference'),
} as const satisfies Record<string, Clause>;

function at(in401: string, in40: string, anchor: string): Clause {
  return { in401, in40, anchor };
}
