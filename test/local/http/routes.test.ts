import { expect, test } from 'vitest';
import { proxyReply } from '../../../local/http/proxy.ts';
import { routeFinder } from '../../../local/http/routes.ts';

const route = (method: string, path: string) => ({
  method,
  path,
  functionArn: `${method} ${path}`,
  authorization: 'NONE',
});
const api = (logicalId: string, ...routes: ReturnType<typeof route>[]) => ({
  logicalId,
  id: logicalId,
  stage: 'live',
  routes,
});

test('literal segments win over parameters, methods over ANY, and a rest parameter comes last', () => {
  const find = routeFinder([
    api('A', route('GET', '/a/{id}'), route('ANY', '/a/{id}')),
    api('B', route('GET', '/a/list'), route('GET', '/{rest+}'), route('GET', '/')),
  ]);
  expect(find('GET', '/a/list')?.route.path).toBe('/a/list');
  expect(find('GET', '/a/x%20y')?.parameters).toEqual({ id: 'x y' });
  expect(find('POST', '/a/x')?.route.method).toBe('ANY');
  expect(find('GET', '/deep/er')?.parameters).toEqual({ rest: 'deep/er' });
  expect(find('GET', '/')?.route.path).toBe('/');
  expect(find('POST', '/b')).toBeUndefined();
});

test('one route in two APIs is refused', () => {
  expect(() => routeFinder([api('A', route('GET', '/a')), api('B', route('GET', '/a'))])).toThrow(
    /Two APIs have GET \/a/,
  );
});

test('an answer of a function becomes HTTP, a malformed one does not', () => {
  expect(
    proxyReply({
      statusCode: 200,
      body: 'aGk=',
      isBase64Encoded: true,
      multiValueHeaders: { 'Set-Cookie': ['a', 'b'] },
    }),
  ).toEqual({
    status: 200,
    headers: { 'set-cookie': ['a', 'b'], 'content-type': 'application/json' },
    body: Buffer.from('hi'),
  });
  for (const malformed of [null, 'text', {}, { statusCode: '200' }, { statusCode: 200, body: {} }])
    expect(proxyReply(malformed)).toBeUndefined();
});
