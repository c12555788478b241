# Scenarios of the Lookup Resource (RCP-40, section 2.2). They are written by hand; step definitions stand in
# src/scenarios/steps/lookup-resource-steps.ts. They run when the rows of the Lookup Resource are at hand.
Feature: Lookup Resource

  @dd-1.7 @dd-2.0 @dd-2.1 @rcp-032 @lookup-resource
  Scenario: Fields with a LookupName annotation have a Lookup Resource
    Then the Lookup Resource MUST exist when fields are annotated with a LookupName

  @dd-1.7 @dd-2.0 @dd-2.1 @rcp-032 @lookup-resource
  Scenario: String enumerations carry the LookupName annotation
    Then every standard enumeration that is a string MUST be annotated with a LookupName

  @dd-1.7 @dd-2.0 @dd-2.1 @rcp-032 @lookup-resource
  Scenario: Required fields are present in the metadata and in each record
    When the rows of the Lookup Resource are at hand
    Then LookupKey, LookupName, LookupValue and ModificationTimestamp MUST be declared and have a value in each row

  @dd-1.7 @dd-2.0 @dd-2.1 @rcp-032 @lookup-resource
  Scenario: The number of records can be asked for
    When the rows of the Lookup Resource have been replicated
    Then the server MUST answer $count=true with the number of rows

  @dd-1.7 @dd-2.0 @dd-2.1 @rcp-032 @lookup-resource
  Scenario: The number of records replicated equals the number advertised
    When the rows of the Lookup Resource have been replicated
    Then as many rows MUST have come as the server advertised, each key once

  @dd-1.7 @dd-2.0 @dd-2.1 @rcp-032 @lookup-resource
  Scenario: Records can be fetched by their ModificationTimestamp
    When the rows of the Lookup Resource have been replicated
    Then a filter on ModificationTimestamp MUST work together with $top, $skip and $count

  @dd-1.7 @dd-2.0 @dd-2.1 @rcp-032 @lookup-resource
  Scenario: Lookup names in use have rows
    When the rows of the Lookup Resource are at hand
    Then every LookupName that a field is annotated with MUST have rows

  @dd-1.7 @dd-2.0 @dd-2.1 @rcp-032 @lookup-resource
  Scenario: Standard values carry their StandardLookupValue
    When the rows of the Lookup Resource are at hand
    Then every row that is a standard value MUST carry its StandardLookupValue

  @dd-1.7 @dd-2.0 @dd-2.1 @rcp-032 @lookup-resource
  Scenario: The Field Resource describes the metadata
    When the rows of the Field Resource are at hand
    Then every row of the Field Resource MUST describe a field that the metadata declares
