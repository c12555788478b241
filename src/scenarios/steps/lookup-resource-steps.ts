import { Then, When } from '@cucumber/cucumber';
import type { CertificationWorld } from '../world.js';

When('the rows of the Lookup Resource are at hand', function (this: CertificationWorld) {
  return this.whenLookups(({ evidence }) => evidence !== undefined);
});

When('the rows of the Lookup Resource have been replicated', function (this: CertificationWorld) {
  return this.whenLookups(({ evidence }) => evidence?.replication !== undefined);
});

Then(
  'the Lookup Resource MUST exist when fields are annotated with a LookupName',
  function (this: CertificationWorld) {
    return this.judgeLookups('lookup/resource-missing');
  },
);

Then(
  'every standard enumeration that is a string MUST be annotated with a LookupName',
  function (this: CertificationWorld) {
    return this.judgePlanned('dd/lookup-name-annotation');
  },
);

Then(
  'LookupKey, LookupName, LookupValue and ModificationTimestamp MUST be declared and have a value in each row',
  function (this: CertificationWorld) {
    return this.judgeLookups('lookup/required-fields');
  },
);

Then('the server MUST answer $count=true with the number of rows', function (this: CertificationWorld) {
  return this.judgeLookups('lookup/count-supported');
});

Then(
  'as many rows MUST have come as the server advertised, each key once',
  function (this: CertificationWorld) {
    return this.judgeLookups('lookup/replication-count');
  },
);

Then(
  'a filter on ModificationTimestamp MUST work together with $top, $skip and $count',
  function (this: CertificationWorld) {
    return this.judgeLookups('lookup/timestamp-query');
  },
);

Then('every LookupName that a field is annotated with MUST have rows', function (this: CertificationWorld) {
  return this.judgeLookups('lookup/name-in-use');
});

Then(
  'every row that is a standard value MUST carry its StandardLookupValue',
  function (this: CertificationWorld) {
    return this.judgeLookups('lookup/standard-value');
  },
);

When('the rows of the Field Resource are at hand', function (this: CertificationWorld) {
  return this.whenLookups(({ evidence }) => evidence?.fields !== undefined);
});

Then(
  'every row of the Field Resource MUST describe a field that the metadata declares',
  function (this: CertificationWorld) {
    return this.judgeLookups('lookup/field-contradicts');
  },
);
