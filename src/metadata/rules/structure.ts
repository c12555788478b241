import { createFinding } from '../../core/create-finding.js';
import type { Finding } from '../../core/finding.js';
import { EDMX_NAMESPACE } from '../csdl-namespaces.js';
import { type CsdlVersion, urlOf } from '../structure/clauses.js';
import { checkStructure } from '../structure/structure-check.js';
import { FaultList, type StructureFault } from '../structure/structure-fault.js';
import { attributeOf, type XmlElement } from '../xml-element.js';
import type { RuleContext } from './rule-context.js';

/**
 * `edmx/structure`: elements and attributes are those that CSDL allows at their places, in their namespaces, as often
 * as it allows, with values of the right form. Nothing is said where the root is in a wrong namespace, which
 * `edmx/version` speaks of, nor of what is left to that rule: the Version, and the number of `DataServices`.
 */
export function structureFaults(
  root: XmlElement,
  context: RuleContext,
  list = new FaultList(),
): readonly Finding[] {
  if (root.namespace !== EDMX_NAMESPACE) return [];
  const version = attributeOf(root, 'Version') === '4.0' ? '4.0' : '4.01';
  const faults = checkStructure(root, version, list);
  const findings = faults.inOrder.map((fault) => finding(fault, version, context));
  if (faults.untold > 0) findings.push(tooMany(faults.untold, context));
  return findings.filter((one) => one !== undefined);
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

function tooMany(untold: number, { file, policy }: RuleContext): Finding | undefined {
  return createFinding(policy, 'edmx/structure', {
    subject: { element: 'Edmx' },
    message: `The document has ${untold} more faults of this kind than are listed. Mend those that are, and run again.`,
    location: { file, line: 1, column: 1 },
  });
}
