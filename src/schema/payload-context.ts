import { nearestNames } from '../core/nearest-name.js';
import { shorten } from '../core/shorten.js';
import type { PayloadDefinitions } from './definitions.js';
import { parseResoContext, RESO_CONTEXT } from './reso-context.js';
import { SelectList } from './validate/select-list.js';

/** The annotations around a payload's records, by name. */
export type PayloadAnnotations = ReadonlyMap<string, string>;

/** The resource of a payload, and which of its fields were selected. */
export interface PayloadContext {
  readonly resource: string;
  readonly select: SelectList;
}

/** Why the resource of a payload is not known: it names none, or none that is known. */
export interface NoContext {
  readonly reason: string;
}

/** OData 4.01 leaves the `odata.` out. */
const ODATA_CONTEXTS = ['@odata.context', '@context'];

/** True when the annotations name a resource, known or not. `--resource` is only asked then. */
export function hasContext(annotations: PayloadAnnotations): boolean {
  return [RESO_CONTEXT, ...ODATA_CONTEXTS].some((name) => annotations.has(name));
}

/**
 * The context of a payload: from `@reso.context` (RCP-25), else from `@odata.context` (OData Protocol 4.01, section 10), else
 * the given resource.
 */
export function contextOf(
  annotations: PayloadAnnotations,
  given: string | undefined,
  definitions: PayloadDefinitions,
): PayloadContext | NoContext {
  const urn = annotations.get(RESO_CONTEXT);
  const url = ODATA_CONTEXTS.map((name) => annotations.get(name)).find((context) => context !== undefined);
  const select = url === undefined ? SelectList.none : SelectList.inContext(url);
  if (urn !== undefined) {
    const name = parseResoContext(urn)?.resource;
    if (name === undefined) return { reason: `its ${RESO_CONTEXT} names no resource: "${shorten(urn)}"` };
    return known(name, select, definitions, true);
  }
  if (url !== undefined) {
    const name = resourceIn(url);
    if (name === undefined) return { reason: `its @odata.context names no resource: "${shorten(url)}"` };
    return known(name, select, definitions, false);
  }
  if (given !== undefined) return known(given, SelectList.none, definitions, false);
  return { reason: 'it says nowhere of which resource it is' };
}

function known(
  name: string,
  select: SelectList,
  { resources }: PayloadDefinitions,
  isAnyCase: boolean,
): PayloadContext | NoContext {
  const resource = [...resources.values()].find(
    ({ resourceName, typeName }) =>
      resourceName === name ||
      typeName === name ||
      (isAnyCase && resourceName.toLowerCase() === name.toLowerCase()),
  );
  if (resource !== undefined) return { resource: resource.resourceName, select };
  const [nearest] = nearestNames(name, [...resources.keys()]);
  const hint = nearest === undefined ? '' : ` (did you mean ${nearest}?)`;
  return { reason: `the schema has no resource "${shorten(name)}"${hint}` };
}

/** What stands after the `#`, up to a parenthesis or slash: `…$metadata#Property(ListPrice)/$entity`. */
function resourceIn(url: string): string | undefined {
  const [, name] = /#([^(/]+)/.exec(url) ?? [];
  return name;
}
