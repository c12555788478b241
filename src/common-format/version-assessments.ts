import type { SeverityPolicy } from '../core/severity.js';
import { GENERATED_FOLDER } from '../dictionary/generated-folder.js';
import { availableVersions, loadDictionary } from '../dictionary/reference.js';
import { compareVersions } from '../dictionary/version.js';
import { Exemptions } from '../schema/exemptions.js';
import { VersionAssessment } from './version-assessment.js';

/** How payloads of whatever version are judged. */
export interface AssessmentOptions {
  readonly policy: Omit<SeverityPolicy, 'version'>;
  /** In place of the standard ones. */
  readonly exemptions?: Exemptions | undefined;
}

/** The assessments of a run: one for each version of the Data Dictionary that payloads name, made when the first one does. */
export class VersionAssessments {
  readonly #options: AssessmentOptions;
  readonly #byVersion = new Map<string, Promise<VersionAssessment>>();
  readonly #made: VersionAssessment[] = [];
  #versions: Promise<readonly string[]> | undefined;

  constructor(options: AssessmentOptions) {
    this.#options = options;
  }

  /** The versions that are known here, oldest first. */
  get versions(): Promise<readonly string[]> {
    this.#versions ??= availableVersions(GENERATED_FOLDER);
    return this.#versions;
  }

  /** The assessments that payloads were given to, oldest version first. */
  get judged(): readonly VersionAssessment[] {
    return this.#made
      .filter(({ counts }) => counts.size > 0)
      .sort((one, other) => compareVersions(one.version, other.version));
  }

  /** The assessment of a version. @throws ConfigurationError for one that is not known here */
  of(version: string): Promise<VersionAssessment> {
    const known = this.#byVersion.get(version) ?? this.#make(version);
    this.#byVersion.set(version, known);
    return known;
  }

  async #make(version: string): Promise<VersionAssessment> {
    const { policy, exemptions = Exemptions.ofVersion(version) } = this.#options;
    const { dictionary, sha256 } = await loadDictionary(GENERATED_FOLDER, version);
    const assessment = new VersionAssessment({
      dictionary,
      sha256,
      policy: { ...policy, version },
      exemptions,
    });
    this.#made.push(assessment);
    return assessment;
  }
}
