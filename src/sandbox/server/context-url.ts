import type { Query } from '../query/query.js';

/** The context URL of a page of records, or of a single one (OData 4.01 Protocol, sections 10.7 to 10.9). */
export function contextUrl(root: string, resource: string, query: Query, isEntity: boolean): string {
  return `${root}/$metadata#${resource}${selectList(query)}${isEntity ? '/$entity' : ''}`;
}

function selectList({ select, expand }: Query): string {
  const nested = expand.flatMap(({ name, query }) => {
    const inner = selectList(query);
    return inner === '' ? [] : [`${name}${inner}`];
  });
  const parts = [...select, ...nested];
  return parts.length === 0 ? '' : `(${parts.join(',')})`;
}
