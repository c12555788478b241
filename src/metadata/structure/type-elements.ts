import { collectedType } from '../names.js';
import { attributeOf } from '../xml-element.js';
import { CLAUSES } from './clauses.js';
import {
  atLeastOne,
  atMostOne,
  type ElementRule,
  type Exclusion,
  optional,
  required,
} from './element-rule.js';
import { FACETS } from './facet-attributes.js';
import { ANY_TEXT, BOOLEAN, MEMBER_VALUE, ON_DELETE_ACTION } from './facet-forms.js';
import { ALIAS, PATH, QUALIFIED_NAME, SCHEMA_NAMESPACE, SIMPLE_IDENTIFIER, TYPE_NAME } from './name-forms.js';

const COLLECTIONS: Exclusion = {
  holds: (element) => collectedType(attributeOf(element, 'Type') ?? '') !== undefined,
  what: 'leads to a collection, which always exists, be it empty',
};

/** The schema, and the types that it declares (OData CSDL XML 4.01, sections 5 to 11). */
export const TYPE_ELEMENTS: Readonly<Record<string, ElementRule>> = {
  Schema: {
    clause: CLAUSES.Schema,
    attributes: {
      Namespace: required(SCHEMA_NAMESPACE),
      Alias: optional(ALIAS, CLAUSES.SchemaAlias),
    },
    children: [
      ...['EntityType', 'ComplexType', 'EnumType', 'TypeDefinition', 'Action', 'Function', 'Term'],
      ...['EntityContainer', 'Annotations', 'Annotation'],
    ],
    identifiedBy: 'Namespace',
  },

  EntityType: {
    clause: CLAUSES.EntityType,
    attributes: {
      Name: required(SIMPLE_IDENTIFIER),
      BaseType: optional(QUALIFIED_NAME, CLAUSES.EntityBaseType),
      Abstract: optional(BOOLEAN, CLAUSES.EntityAbstract),
      OpenType: optional(BOOLEAN, CLAUSES.EntityOpenType),
      HasStream: optional(BOOLEAN, CLAUSES.HasStream),
    },
    children: ['Key', 'Property', 'NavigationProperty', 'Annotation'],
    quantities: [atMostOne('Key', CLAUSES.Key)],
    identifiedBy: 'Name',
  },

  Key: {
    clause: CLAUSES.Key,
    children: ['PropertyRef'],
    quantities: [atLeastOne('PropertyRef')],
  },

  PropertyRef: {
    clause: CLAUSES.PropertyRef,
    attributes: { Name: required(PATH), Alias: optional(SIMPLE_IDENTIFIER) },
    identifiedBy: 'Name',
  },

  Property: {
    clause: CLAUSES.Property,
    attributes: {
      Name: required(SIMPLE_IDENTIFIER),
      Type: required(TYPE_NAME, CLAUSES.PropertyType),
      Nullable: optional(BOOLEAN, CLAUSES.Nullable),
      DefaultValue: optional(ANY_TEXT, CLAUSES.DefaultValue),
      ...FACETS,
    },
    children: ['Annotation'],
    identifiedBy: 'Name',
  },

  NavigationProperty: {
    clause: CLAUSES.NavigationProperty,
    attributes: {
      Name: required(SIMPLE_IDENTIFIER),
      Type: required(TYPE_NAME, CLAUSES.NavigationType),
      Nullable: { ...optional(BOOLEAN, CLAUSES.NavigationNullable), notOn: COLLECTIONS },
      Partner: optional(PATH, CLAUSES.Partner),
      ContainsTarget: optional(BOOLEAN, CLAUSES.ContainsTarget),
    },
    children: ['ReferentialConstraint', 'OnDelete', 'Annotation'],
    quantities: [atMostOne('OnDelete', CLAUSES.OnDelete)],
    identifiedBy: 'Name',
  },

  ReferentialConstraint: {
    clause: CLAUSES.ReferentialConstraint,
    attributes: { Property: required(PATH), ReferencedProperty: required(PATH) },
    children: ['Annotation'],
    identifiedBy: 'Property',
  },

  OnDelete: {
    clause: CLAUSES.OnDelete,
    attributes: { Action: required(ON_DELETE_ACTION) },
    children: ['Annotation'],
  },

  ComplexType: {
    clause: CLAUSES.ComplexType,
    attributes: {
      Name: required(SIMPLE_IDENTIFIER),
      BaseType: optional(QUALIFIED_NAME, CLAUSES.ComplexBaseType),
      Abstract: optional(BOOLEAN, CLAUSES.ComplexAbstract),
      OpenType: optional(BOOLEAN, CLAUSES.ComplexOpenType),
    },
    children: ['Property', 'NavigationProperty', 'Annotation'],
    identifiedBy: 'Name',
  },

  EnumType: {
    clause: CLAUSES.EnumType,
    attributes: {
      Name: required(SIMPLE_IDENTIFIER),
      UnderlyingType: optional(QUALIFIED_NAME, CLAUSES.EnumUnderlyingType),
      IsFlags: optional(BOOLEAN, CLAUSES.IsFlags),
    },
    children: ['Member', 'Annotation'],
    quantities: [atLeastOne('Member')],
    identifiedBy: 'Name',
  },

  Member: {
    clause: CLAUSES.Member,
    attributes: { Name: required(SIMPLE_IDENTIFIER), Value: optional(MEMBER_VALUE) },
    children: ['Annotation'],
    identifiedBy: 'Name',
  },

  TypeDefinition: {
    clause: CLAUSES.TypeDefinition,
    attributes: {
      Name: required(SIMPLE_IDENTIFIER),
      UnderlyingType: required(QUALIFIED_NAME, CLAUSES.UnderlyingPrimitiveType),
      ...FACETS,
    },
    children: ['Annotation'],
    identifiedBy: 'Name',
  },
};
