import type { SeverityPolicy } from '../../core/severity.js';
import type { DeclaredMembers } from '../declared-members.js';
import type { DocumentIndex } from '../document-index.js';
import type { MetadataModel } from '../model.js';
import type { StandardElements } from '../standard-elements.js';
import type { Subjects } from '../subjects.js';
import type { Unnamed } from '../unnamed.js';
import type { XmlElement } from '../xml-element.js';
import type { Navigation } from './navigations.js';

/**
 * What a document is for. A `service` describes one server and has an entity container; a `vocabulary` may only
 * declare types and terms for others.
 */
export type DocumentPurpose = 'service' | 'vocabulary';

/** What decides over the rules of a document besides the document itself. */
export interface RuleContext {
  /** The file that findings name as their location. */
  readonly file: string;
  /** Decides how severe a finding is. */
  readonly policy: SeverityPolicy;
  /** Default `service`. */
  readonly purpose?: DocumentPurpose;
  /** What the rules need to know of the standard; without it, the rules about standard elements find nothing. */
  readonly standard?: StandardElements;
}

/** A document as its rules see it: read once, then only queried. */
export interface RuleInput {
  readonly root: XmlElement;
  readonly model: MetadataModel;
  readonly members: DeclaredMembers;
  readonly index: DocumentIndex;
  readonly unnamed: Unnamed;
  readonly subjects: Subjects;
  readonly navigations: readonly Navigation[];
  readonly context: RuleContext;
}
