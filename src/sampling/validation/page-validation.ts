import type { HttpResponse } from '../../odata/http-client.js';
import type { PayloadAssessment } from '../../schema/payload-assessment.js';
import type { PayloadFacts } from '../../schema/validate/payload-facts.js';
import { SelectList } from '../../schema/validate/select-list.js';
import type { Page } from '../records/page.js';
import type { PageStage } from '../replication/page-taker.js';

/** `IEEE754Compatible=true` among the parameters of a content type (OData JSON 4.01, section 3.2). */
const IEEE754 = /;\s*IEEE754Compatible\s*=\s*"?true"?\s*(?:;|$)/i;

/** Validates the records of each page that is taken, and keeps what it found for a run that is taken up again. */
export class PageValidation implements PageStage {
  /** @param failFast whether the first page with an error is the last */
  constructor(
    private readonly assessment: PayloadAssessment,
    private readonly failFast: boolean,
  ) {}

  take({ tape, records, model, context }: Page, { headers, exchange }: HttpResponse): Uint8Array {
    const { validator } = this.assessment;
    validator.validate({
      tape,
      records,
      resource: model.name,
      shape: model.shape,
      select: context === undefined ? SelectList.none : SelectList.inContext(context),
      isIeee754Compatible: IEEE754.test(headers['content-type'] ?? ''),
      locate: () => ({ exchange }),
    });
    const facts = validator.take();
    this.assessment.add(facts);
    return Buffer.from(JSON.stringify(facts));
  }

  replay(_model: unknown, bytes: Uint8Array): void {
    if (bytes.length > 0)
      this.assessment.add(JSON.parse(Buffer.from(bytes).toString('utf8')) as PayloadFacts);
  }

  get isOver(): boolean {
    return this.failFast && this.assessment.hasErrors;
  }
}
