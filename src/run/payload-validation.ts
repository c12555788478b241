import type { SeverityPolicy } from '../core/severity.js';
import { metadataReport } from '../metadata/metadata-report.js';
import type { PageStage } from '../sampling/replication/page-taker.js';
import { PageValidation } from '../sampling/validation/page-validation.js';
import type { Assessment } from '../scenarios/assessment.js';
import type { PayloadDefinitions } from '../schema/definitions.js';
import { definitionsFromReport } from '../schema/definitions-from-report.js';
import type { Exemptions } from '../schema/exemptions.js';
import { externalTypesOf } from '../schema/external-types.js';
import { PayloadAssessment } from '../schema/payload-assessment.js';

/** The validation of what a server sends, while it is sampled. */
export class PayloadValidation {
  readonly definitions: PayloadDefinitions;
  readonly exemptions: Exemptions;
  readonly #policy: SeverityPolicy;
  readonly #failFast: boolean;
  #payloads: PayloadAssessment;

  constructor(assessment: Assessment, exemptions: Exemptions, failFast: boolean) {
    this.definitions = definitionsOf(assessment);
    this.#policy = assessment.policy;
    this.exemptions = exemptions;
    this.#failFast = failFast;
    this.#payloads = this.#afresh();
  }

  /** What was found in the pages that the stage opened last has taken. */
  get payloads(): PayloadAssessment {
    return this.#payloads;
  }

  /** The stage that pages go through, with nothing found so far: a checkpoint that proves unusable is begun anew. */
  openStage(): PageStage {
    this.#payloads = this.#afresh();
    return new PageValidation(this.#payloads, this.#failFast);
  }

  #afresh(): PayloadAssessment {
    return new PayloadAssessment({
      definitions: this.definitions,
      policy: this.#policy,
      exemptions: this.exemptions,
    });
  }
}

/** Rows that are not all there would make values fail that the server does advertise: then none are merged. */
function definitionsOf({ model, dictionary, lookups, rowsBlocked }: Assessment): PayloadDefinitions {
  const report = metadataReport({
    model,
    standardNames: new Set(dictionary.resourceNames),
    version: dictionary.dictionary.version,
    generatedOn: '',
    ...(lookups === undefined || rowsBlocked !== undefined ? {} : { lookups }),
  });
  return definitionsFromReport(report, externalTypesOf(model));
}
