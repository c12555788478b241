import { describe, expect, it } from 'vitest';
import { clientFor, failed, responded, textOf } from './client-for.js';
import { answer, json, type Responder, serve } from './local-server.js';

function redirect(location: string, status = 302): Responder {
  return answer(status, '', { location });
}

describe('a redirect within the origin', () => {
  it.each([301, 302, 303, 307, 308])('of status %i is followed, with the token', async (status) => {
    const server = await serve(redirect('/odata/v2/Property?$top=1', status), json({ value: [] }));
    const response = await clientFor(server.origin).client.get('Property');
    expect(textOf(response)).toBe('{"value":[]}');
    expect(responded(response).url).toBe(`${server.origin}/odata/v2/Property?$top=1`);
    expect(server.seen[1]?.headers.authorization).toBe('Bearer planted-token-4711');
  });

  it.each([
    ['v2/', '/odata/v2/'],
    ['../other', '/other'],
    ['?x=1', '/odata/Property?x=1'],
    ['//SELF/odata/y', '/odata/y'],
    ['http://SELF/odata/y#part', '/odata/y'],
    ['http://user:pass@SELF/odata/y', '/odata/y'],
  ])('to %s leads to %s', async (location, url) => {
    const server = await serve(
      (response) =>
        redirect(location.replace('SELF', response.req.headers.host ?? ''))(
          response,
          server.seen[0] as never,
        ),
      json({}),
    );
    responded(await clientFor(server.origin).client.get('Property'));
    expect(server.seen[1]?.url).toBe(url);
  });

  it('is followed five times and not six', async () => {
    const onward = redirect('/odata/again');
    const five = await serve(onward, onward, onward, onward, onward, json({}));
    expect(responded(await clientFor(five.origin).client.get('Property')).status).toBe(200);
    const six = await serve(onward);
    const failure = failed(await clientFor(six.origin).client.get('Property'));
    expect(failure).toMatchObject({ reason: 'too many redirects', status: 302 });
    expect(six.seen).toHaveLength(6);
  });

  it('without a Location is an answer', async () => {
    const server = await serve(answer(302));
    expect(responded(await clientFor(server.origin).client.get('Property')).status).toBe(302);
  });
});

describe('another origin', () => {
  it('by redirect is refused, and nothing is sent there', async () => {
    const foreign = await serve(json({}));
    for (const location of [`${foreign.origin}/odata/Property`, foreign.origin.replace('http:', '')]) {
      const server = await serve(redirect(location));
      const { client, log } = clientFor(server.origin);
      const failure = failed(await client.get('Property'));
      expect(failure).toMatchObject({ reason: 'foreign redirect', status: 302 });
      expect(failure.message).toContain(foreign.origin);
      expect(log.find(failure.exchange)?.failure?.reason).toBe('foreign redirect');
    }
    expect(foreign.seen).toEqual([]);
  });

  it.each([
    (port: number) => `https://127.0.0.1:${port}/`,
    (port: number) => `http://localhost:${port}/`,
    (port: number) => `http://127.0.0.1:${port}@evil.example/`,
    () => '\\\\evil.example/x',
  ])('is one of another scheme, name or port: %s', async (location) => {
    const server = await serve((response, request) => redirect(location(server.port))(response, request));
    expect(failed(await clientFor(server.origin).client.get('Property')).reason).toBe('foreign redirect');
  });

  it('by address is refused before anything is sent', async () => {
    const foreign = await serve(json({}));
    const server = await serve(json({}));
    const { client, log } = clientFor(server.origin);
    for (const url of [`${foreign.origin}/odata/Property?$skip=1`, `//127.0.0.1:${foreign.port}/`]) {
      const failure = failed(await client.get(url));
      expect(failure.reason).toBe('foreign origin');
      expect(log.find(failure.exchange)?.url).toContain(String(foreign.port));
    }
    expect([...foreign.seen, ...server.seen]).toEqual([]);
  });

  it.each(['ftp://127.0.0.1/x', 'javascript:alert(1)', 'file:///etc/passwd', 'http://['])(
    'is not even one: %s',
    async (url) => {
      const server = await serve(redirect(url), json({}));
      const { client } = clientFor(server.origin);
      expect(failed(await client.get(url)).reason).toBe('invalid url');
      expect(failed(await client.get('Property')).reason).toBe('invalid url');
    },
  );
});

it.each(['', 'not an address', 'ftp://example.com/odata', 'example.com/odata'])(
  'a service root of %j is refused',
  (origin) => {
    expect(() => clientFor('', { serviceRootUri: origin })).toThrow(
      /service root is no http or https address/,
    );
  },
);
