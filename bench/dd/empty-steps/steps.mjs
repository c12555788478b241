// The sentences of the generated features with nothing behind them: what Cucumber alone costs.
import { Given, Then, When } from '@cucumber/cucumber';

const nothing1 = (_a) => undefined;
const nothing2 = (_a, _b) => undefined;
const nothing3 = (_a, _b, _c) => undefined;

Given('that no resource with a name similar to {string} exists in the metadata', nothing1);
Given('that the following synonyms for {string} DO NOT exist in the {string} metadata', nothing3);
When('the {string} resource exists in the metadata', nothing1);
When('{string} exists in the {string} metadata', nothing2);
Then('no field with a name similar to those of {string} exists in the metadata', nothing1);
Then('{string} MUST be {string} data type', nothing2);
Then('{string} length SHOULD be equal to the RESO Suggested Max Length of {int}', nothing2);
Then('{string} precision SHOULD be equal to the RESO Suggested Max Precision of {int}', nothing2);
Then('{string} scale SHOULD be equal to the RESO Suggested Max Scale of {int}', nothing2);
Then('{string} MUST contain at least one of the following standard lookups', nothing2);
Then('{string} MUST contain only standard enumerations', nothing1);
Then('{string} MAY contain any of the following standard lookups', nothing2);
Then('{string} MUST NOT contain any similar lookups', nothing1);
Then('{string} MUST be an expansion of the {string} resource', nothing2);
Then('{string} MUST be a collection expansion of the {string} resource', nothing2);
