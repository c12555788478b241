import { createFinding } from '../../core/create-finding.js';
import type { Finding } from '../../core/finding.js';
import type { RuleId } from '../../core/rules.js';
import type { AttributePlaces } from '../attribute-places.js';
import type { Position } from '../model.js';
import { type CsdlVersion, cite, urlOf } from '../structure/clauses.js';
import type { Fault } from './fault.js';
import type { FaultRoom } from './fault-room.js';
import type { RuleContext } from './rule-context.js';
import { untoldFaults } from './untold-faults.js';

/** What the faults of a document are told with. */
interface Telling {
  readonly version: CsdlVersion;
  readonly places: AttributePlaces;
  readonly room: FaultRoom;
}

/** The findings that faults of one rule make under a policy, in the order of the document. */
export function toFindings(
  rule: RuleId,
  faults: Iterable<Fault>,
  { version, places, room }: Telling,
  { file, policy }: RuleContext,
): readonly Finding[] {
  const { kept, untold } = room.keep(faults);
  const placed = kept.map((fault) => ({ ...fault, at: placeOf(fault, places) }));
  const inOrder = placed.sort((a, b) => a.at.line - b.at.line || a.at.column - b.at.column);
  const findings = inOrder.flatMap(({ at, attribute: _attribute, message, advice, clause, ...details }) => {
    const location = { file, line: at.line, column: at.column };
    const where = clause === undefined ? '' : ` (${cite(clause, version)})`;
    return (
      createFinding(policy, rule, {
        ...details,
        message: `${message}${where}. ${advice}`,
        location,
        ...(clause === undefined ? {} : { specification: urlOf(clause, version) }),
      }) ?? []
    );
  });
  return untold === 0 ? findings : [...findings, ...untoldFaults(rule, untold, { file, policy })];
}

function placeOf({ at, attribute }: Fault, places: AttributePlaces): Position {
  return attribute === undefined ? at : places.of(at, attribute);
}
