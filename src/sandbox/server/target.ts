import type { Target } from './exchange.js';

/** The path of the token endpoint. */
export const TOKEN_PATH = '/oauth2/token';

const SET = /^\/(\w+)$/;
const COUNT = /^\/(\w+)\/\$count$/;
const ENTITY = /^\/(\w+)\((?:(\w+)=)?'((?:[^']|'')*)'\)$/;

/** The key field of each resource that is served, by the resource's name. */
export type KeyFields = ReadonlyMap<string, string>;

/** What a path is about (OData 4.01 URL Conventions, section 4). A resource that is not served is unknown. */
export function targetOf(path: string, keyFields: KeyFields): Target {
  const decoded = decodedPath(path);
  if (decoded === '/' || decoded === '') return { kind: 'service document' };
  if (decoded === '/$metadata') return { kind: 'metadata' };
  if (decoded === TOKEN_PATH) return { kind: 'token' };
  const [, counted] = COUNT.exec(decoded) ?? [];
  if (counted !== undefined && keyFields.has(counted)) return { kind: 'count', resource: counted };
  const [, resource] = SET.exec(decoded) ?? [];
  if (resource !== undefined && keyFields.has(resource)) return { kind: 'collection', resource };
  return entityTarget(decoded, keyFields);
}

function entityTarget(path: string, keyFields: KeyFields): Target {
  const [, resource = '', field, key = ''] = ENTITY.exec(path) ?? [];
  const keyField = keyFields.get(resource);
  if (keyField === undefined || (field !== undefined && field !== keyField)) return { kind: 'unknown' };
  return { kind: 'entity', resource, key: key.replaceAll("''", "'") };
}

/** A path that is not percent-encoded UTF-8 stays as it is, and so is unknown. */
function decodedPath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
