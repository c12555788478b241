import { createFinding } from '../../core/create-finding.js';
import type { Finding } from '../../core/finding.js';
import { EDMX_NAMESPACE } from '../csdl-namespaces.js';
import { type CsdlVersion, urlOf } from '../structure/clauses.js';
import { Meanings } from '../structure/meanings.js';
import { checkStructure } from '../structure/structure-check.js';
import { FaultList, type StructureFault } from '../structure/structure-fault.js';
import { attributeOf, type XmlElement } from '../xml-element.js';
import type { RuleContext } from './rule-context.js';
import { untoldFaults } from './untold-faults.js';

/** What the structure of a document comes to. */
interface StructureResult {
  readonly findings: readonly Finding[];
  /** What it means where it is at fault, for the rules on what documents mean. */
  readonly meanings: Meanings;
}

/**
 * `edmx/structure`: elements and attributes are those that CSDL allows at their places, in their namespaces, as often
 * as it allows, with values of the right form. Nothing is said where the root is in a wrong namespace, which
 * `edmx/version` speaks of, nor of what is left to that rule: the Version, and the number of `DataServices`.
 */
export function structureFaults(
  root: XmlElement,
  context: RuleContext,
  faults = new FaultList(),
): StructureResult {
  if (root.namespace !== EDMX_NAMESPACE) return { findings: [], meanings: new Meanings() };
  const version = attributeOf(root, 'Version') === '4.0' ? '4.0' : '4.01';
  const meanings = checkStructure(root, version, faults);
  const findings = faults.inOrder.flatMap((fault) => finding(fault, version, context) ?? []);
  const untold = faults.untold === 0 ? [] : untoldFaults('edmx/structure', faults.untold, context);
  return { findings: [...findings, ...untold], meanings };
}

function finding(
  { path, position, message, clause, expected, found }: StructureFault,
  version: CsdlVersion,
  { file, policy }: RuleContext,
): Finding | undefined {
  return createFinding(policy, 'edmx/structure', {
    subject: { element: path },
    message,
    ...(expected === undefined ? {} : { expected }),
    ...(found === undefined ? {} : { found }),
    location: { file, line: position.line, column: position.column },
    specification: urlOf(clause, version),
  });
}
