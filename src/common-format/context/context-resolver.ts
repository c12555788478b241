import { nearestNames } from '../../core/nearest-name.js';
import { shorten } from '../../core/shorten.js';
import type { RecordModel } from '../../sampling/records/record-model.js';
import { parseResoContext, RESO_CONTEXT, type ResoContext } from '../../schema/reso-context.js';
import type { VersionAssessment } from '../version-assessment.js';
import type { VersionAssessments } from '../version-assessments.js';

/** What a payload is: of which version, and of which resource. */
export interface PayloadContext {
  readonly assessment: VersionAssessment;
  readonly model: RecordModel;
}

/** Why nobody knows what a payload is, as the end of a sentence. */
export interface NoContext {
  readonly reason: string;
}

/** Payloads of one run name few contexts, and short ones, unless somebody means mischief. */
const MOST_REMEMBERED = 1000;
const LONGEST_REMEMBERED = 200;

/** Finds out what payloads are: by what they say themselves, else by what was said for all of them. */
export class ContextResolver {
  readonly #assessments: VersionAssessments;
  readonly #given: Partial<ResoContext>;
  readonly #known = new Map<string | undefined, PayloadContext | NoContext>();

  /** @param given the version and resource of payloads that name none */
  constructor(assessments: VersionAssessments, given: Partial<ResoContext>) {
    this.#assessments = assessments;
    this.#given = given;
  }

  /** @param urn the value of the payload's `@reso.context`; nothing where it has none */
  async resolve(urn: string | undefined): Promise<PayloadContext | NoContext> {
    const known = this.#known.get(urn);
    if (known !== undefined) return known;
    const found = urn === undefined ? await this.#ofGiven() : await this.#ofUrn(urn);
    const isShort = urn === undefined || urn.length <= LONGEST_REMEMBERED;
    if (isShort && this.#known.size < MOST_REMEMBERED) this.#known.set(urn, found);
    return found;
  }

  #ofGiven(): Promise<PayloadContext | NoContext> | NoContext {
    const { version, resource } = this.#given;
    if (version === undefined || resource === undefined) return { reason: `it has no ${RESO_CONTEXT}` };
    return this.#find({ version, resource }, 'it is said to be of');
  }

  #ofUrn(urn: string): Promise<PayloadContext | NoContext> | NoContext {
    const context = parseResoContext(urn);
    if (context !== undefined) return this.#find(context, `its ${RESO_CONTEXT} names`);
    return { reason: `its ${RESO_CONTEXT} is no URN of a resource: "${shorten(urn)}"` };
  }

  async #find({ version, resource }: ResoContext, names: string): Promise<PayloadContext | NoContext> {
    const versions = await this.#assessments.versions;
    if (!versions.includes(version)) {
      const known = `those are ${versions.join(', ')}`;
      return { reason: `${names} Data Dictionary ${shorten(version)}, which is not known here (${known})` };
    }
    const assessment = await this.#assessments.of(version);
    const { all } = assessment.models;
    const model = all.find(({ name }) => name.toLowerCase() === resource.toLowerCase());
    if (model !== undefined) return { assessment, model };
    const [nearest] = nearestNames(
      resource,
      all.map(({ name }) => name),
    );
    const hint = nearest === undefined ? '' : ` (did you mean ${nearest}?)`;
    return {
      reason: `${names} the resource "${shorten(resource)}", which Data Dictionary ${version} has not${hint}`,
    };
  }
}
