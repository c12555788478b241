import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { ask, json, rawRequest, serving } from './serving.js';

const XML = /^application\/xml/;

describe('the service', () => {
  it('lists the entity sets that the metadata declares', async () => {
    const sandbox = await serving();
    const { value } = await json(sandbox, '/');
    const metadata = (await ask(sandbox, '/$metadata')).text;
    const declared = [...metadata.matchAll(/<EntitySet Name="(\w+)"/g)].map(([, name]) => name);
    expect(value.map(({ url }) => url)).toEqual(declared);
    expect(declared).toContain('Lookup');
  });

  it.each<[string, Record<string, string>]>([
    ['/$metadata', {}],
    ['/$metadata', { Accept: 'application/xml' }],
    ['/$metadata', { Accept: 'application/json' }],
    ['/$metadata?$format=application/xml', {}],
    ['/$metadata?$format=xml', {}],
  ])('answers %s with %j as XML', async (path, headers) => {
    const answer = await ask(await serving(), path, headers);
    expect([answer.status, answer.headers.get('OData-Version')]).toEqual([200, '4.0']);
    expect(answer.headers.get('Content-Type')).toMatch(XML);
    expect(answer.text).toContain('<edmx:Edmx Version="4.0"');
  });

  it('has no Lookup Resource where enumerations are EnumTypes', async () => {
    const sandbox = await serving({ representation: 'enum' });
    expect((await ask(sandbox, '/Lookup')).status).toBe(404);
    expect((await ask(sandbox, '/$metadata')).text).not.toContain('RESO.OData.Metadata.LookupName');
  });

  it.each([
    ["/Property('100000007')", 'ListingKey', '100000007'],
    ["/Property(ListingKey='100000007')", 'ListingKey', '100000007'],
    ['/Property(%27100000007%27)', 'ListingKey', '100000007'],
    ["/Lookup('600000001')", 'LookupKey', '600000001'],
  ])('answers %s with the record', async (path, key, value) => {
    const sandbox = await serving();
    const record = await json(sandbox, path);
    expect(record).toMatchObject({ [key]: value });
    expect(record['@odata.context']).toMatch(/\$metadata#(?:Property|Lookup)\/\$entity$/);
  });

  it.each([
    ['a path that is not there', '/NoSuchThing', 404, 'NotFound'],
    ['a property of objects', '/__proto__', 404, 'NotFound'],
    ['a key that is not there', "/Property('1')", 404, 'NotFound'],
    ['the key of another resource', "/Property('200000001')", 404, 'NotFound'],
    ['another field as the key', "/Property(City='x')", 404, 'NotFound'],
    ['a path that is not UTF-8', '/%ff', 404, 'NotFound'],
    ['an option that is not there', '/Property?$nope=1', 400, 'UnknownOption'],
    ['a field that is not there', '/Property?$filter=Nope eq 1', 400, 'UnknownProperty'],
    ['a wrong type', "/Property?$filter=ListPrice eq 'x'", 400, 'TypeMismatch'],
    ['broken syntax', '/Property?$filter=ListPrice gt', 400, 'SyntaxError'],
    ['a negative $top', '/Property?$top=-1', 400, 'InvalidValue'],
    ['a $skiptoken of another service', '/Property?$skiptoken=abc', 400, 'InvalidValue'],
    ['$filter on a single record', "/Property('100000001')?$filter=ListPrice gt 1", 400, 'OptionNotAllowed'],
    ['records as XML', '/Property?$format=xml', 406, 'NotAcceptable'],
    ['metadata as JSON', '/$metadata?$format=json', 406, 'NotAcceptable'],
  ])('refuses %s', async (_what, path, status, code) => {
    const answer = await ask(await serving(), path);
    const { error } = JSON.parse(answer.text) as { error: { code: string; message: string } };
    expect([answer.status, error.code]).toEqual([status, code]);
    expect(error.message).not.toBe('');
    expect(answer.headers.get('Content-Type')).toMatch(/^application\/json/);
    expect(answer.headers.get('OData-Version')).toBe('4.0');
  });

  it('can only be read', async () => {
    const { url } = await serving();
    const answer = await fetch(`${url}/Property`, { method: 'DELETE' });
    expect([answer.status, answer.headers.get('Allow')]).toEqual([405, 'GET, HEAD']);
  });

  it('answers HEAD with the headers of GET', async () => {
    const { url } = await serving();
    const answer = await fetch(`${url}/Member`, {
      method: 'HEAD',
      headers: { 'Accept-Encoding': 'identity' },
    });
    const whole = await (await fetch(`${url}/Member`)).text();
    expect([answer.status, await answer.text()]).toEqual([200, '']);
    expect(answer.headers.get('Content-Length')).toBe(String(Buffer.byteLength(whole)));
  });

  it.each([
    ['gzip', true],
    ['br, gzip;q=0.5', true],
    ['*', true],
    ['gzip;q=0', false],
    ['identity', false],
    ['', false],
  ])('compresses for Accept-Encoding "%s": %s', async (accepted, isZipped) => {
    const { url } = await serving();
    const raw = await rawRequest(
      url,
      `GET /Member HTTP/1.1\r\nHost: x\r\nAccept-Encoding: ${accepted}\r\nConnection: close\r\n\r\n`,
    );
    const border = raw.indexOf('\r\n\r\n');
    const body = raw.subarray(border + 4);
    expect(/content-encoding: gzip/i.test(raw.subarray(0, border).toString())).toBe(isZipped);
    const text = (isZipped ? gunzipSync(body) : body).toString();
    expect((JSON.parse(text) as { value: unknown[] }).value).toHaveLength(8);
  });

  it('writes the log of its requests', async () => {
    const sandbox = await serving();
    await ask(sandbox, '/Property?$top=1', { Authorization: 'Bearer x' });
    await ask(sandbox, '/nothing');
    const host = new URL(sandbox.url).host;
    expect(sandbox.requests).toEqual([
      { method: 'GET', path: '/Property?$top=1', status: 200, host, isAuthorised: true },
      { method: 'GET', path: '/nothing', status: 404, host, isAuthorised: false },
    ]);
  });

  it('takes no body of more than 64 KiB, and no longer header than Node takes', async () => {
    const { url } = await serving();
    const large = await fetch(`${url}/oauth2/token`, { method: 'POST', body: 'x'.repeat(70_000) });
    const long = await fetch(`${url}/Property?$filter=${'x'.repeat(20_000)}`);
    expect([large.status, long.status]).toEqual([413, 431]);
  });

  it('makes links for the host that the client addresses, and for no hostile one', async () => {
    const { url } = await serving();
    const { port } = new URL(url);
    const linkFor = async (host: string) => {
      const raw = await rawRequest(
        url,
        `GET /Property?$select=City HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`,
      );
      return /"@odata.nextLink":"([^"?]*)/.exec(raw.toString())?.[1];
    };
    expect(await linkFor(`localhost:${port}`)).toBe(`http://localhost:${port}/Property`);
    expect(await linkFor('evil"host/path')).toBe('http://127.0.0.1/Property');
  });

  it('ends with what is under way', async () => {
    const sandbox = await serving({ faults: ['stalled-body=all'] });
    const stalled = fetch(`${sandbox.url}/$metadata`).then((response) => response.text());
    const outcome = expect(stalled).rejects.toThrow('terminated');
    while (sandbox.requests.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    await sandbox.close();
    await outcome;
    await expect(fetch(sandbox.url)).rejects.toThrow('fetch failed');
  });
});
