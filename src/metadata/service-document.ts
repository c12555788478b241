import { createFinding } from '../core/create-finding.js';
import type { Finding } from '../core/finding.js';
import type { SeverityPolicy } from '../core/severity.js';
import type { HttpAnswer } from '../odata/http-answer.js';
import type { HttpClient } from '../odata/http-client.js';
import type { MetadataModel } from './model.js';
import type { RuleContext } from './rules/rule-context.js';

const SUBJECT = { element: 'service document' } as const;

/**
 * `edmx/service-document`: the service document can be read and lists entity sets that the metadata declares (OData
 * Protocol 4.01, section 11.1.1). A standard resource that it lists and the metadata lacks is `edmx/standard-resource`.
 *
 * @throws what the client throws when the run has to stop
 */
export async function checkServiceDocument(
  client: HttpClient,
  model: MetadataModel,
  policy: SeverityPolicy,
  { standard }: Pick<RuleContext, 'standard'> = {},
): Promise<readonly Finding[]> {
  const answer = await client.get('', { headers: { accept: 'application/json' } });
  const finding = (
    subject: Finding['subject'],
    message: string,
    rule: 'edmx/service-document' | 'edmx/standard-resource' = 'edmx/service-document',
  ) =>
    createFinding(policy, rule, {
      subject,
      message,
      ...(answer.exchange === undefined ? {} : { exchange: answer.exchange }),
    });
  const names = entitySetsOf(answer);
  if (typeof names === 'string') {
    return present(
      finding(
        SUBJECT,
        `The service document cannot be read: ${names} Answer a GET of the service root with it.`,
      ),
    );
  }
  const declared = new Set(
    model.entityContainers.flatMap(({ entitySets }) => entitySets.map(({ name }) => name)),
  );
  return names
    .filter((name) => !declared.has(name))
    .flatMap((name) =>
      present(
        finding(
          { resource: name },
          `The service document lists the entity set "${name}", which the metadata does not declare. Declare it, or take it off the list.`,
          standard?.resources.has(name) === true ? 'edmx/standard-resource' : 'edmx/service-document',
        ),
      ),
    );
}

/** The names of the entity sets, or why there are none to read. */
function entitySetsOf(answer: HttpAnswer): readonly string[] | string {
  if (answer.kind === 'failed') return answer.message;
  if (answer.status !== 200) return `the server answered with status ${answer.status}.`;
  const entries = listIn(answer.body);
  if (entries === undefined) return 'the answer is no JSON with a list "value".';
  return entries.flatMap((entry: unknown) => {
    if (typeof entry !== 'object' || entry === null) return [];
    const { name, kind = 'EntitySet' } = entry as { name?: unknown; kind?: unknown };
    return typeof name === 'string' && kind === 'EntitySet' ? [name] : [];
  });
}

function listIn(body: Uint8Array): readonly unknown[] | undefined {
  try {
    const json: unknown = JSON.parse(Buffer.from(body).toString('utf8'));
    const value = typeof json === 'object' && json !== null ? (json as { value?: unknown }).value : undefined;
    return Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function present(finding: Finding | undefined): readonly Finding[] {
  return finding === undefined ? [] : [finding];
}
