import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { callOps } from '../../local/cli/api.ts';
import { awsIdentity } from '../../local/cli/aws-identity.ts';
import { signatureOf } from '../../local/cli/signed-request.ts';
import { urlUnder } from '../../local/cli/url-under.ts';
import { recordingServer } from './recording-server.ts';

const IDENTITY = { region: 'eu-central-1', accessKeyId: 'AKID', secretAccessKey: 'SECRET', sessionToken: 'TOKEN' };
const COMMAND = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"command":"hold"}' };

let server: Awaited<ReturnType<typeof recordingServer>>;
beforeEach(async () => {
  server = await recordingServer(202, { eventId: 'J#7' });
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await server.close();
});

test('where an identity is needed the request is signed, and its path is kept under the stage', async () => {
  const url = `${server.url}/live`;
  const path = '/ops/journeys/0000000AB/commands?x=1';
  expect(await callOps(url, path, COMMAND, [202], async () => IDENTITY)).toEqual({
    status: 202,
    body: { eventId: 'J#7' },
  });
  const [sent] = server.requests;
  expect(sent).toMatchObject({ method: 'POST', url: `/live${path}`, body: COMMAND.body });
  const stamp = String(sent?.headers['x-amz-date']);
  const at = new Date(stamp.replace(/(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z/, '$1-$2-$3T$4:$5:$6Z'));
  const request = { service: 'execute-api', ...COMMAND, url: urlUnder(url, path) };
  expect(sent?.headers).toMatchObject(signatureOf(IDENTITY, request, at));
  expect(sent?.headers['x-amz-security-token']).toBe('TOKEN');
});

test('this machine is called without a signature', async () => {
  await callOps(server.url, '/ops/journeys', {}, [202]);
  expect(server.requests[0]?.headers.authorization).toBeUndefined();
});

test('another status than expected says what was asked and answered', async () => {
  await expect(callOps(server.url, '/ops/journeys', {}, [200])).rejects.toThrow(
    'GET /ops/journeys: got 202, expected 200: {"eventId":"J#7"}',
  );
});

test('the identity is that of the environment, in the region of the API', async () => {
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKID');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'SECRET');
  vi.stubEnv('AWS_SESSION_TOKEN', 'TOKEN');
  vi.stubEnv('AWS_REGION', 'us-east-1');
  const region = async (url: string) => (await awsIdentity(url))?.region;
  expect(await awsIdentity('https://abc.execute-api.eu-central-1.amazonaws.com/live')).toEqual(IDENTITY);
  expect(await region('https://integration.hospital.example')).toBe('us-east-1');
  expect(await region('http://localhost:8787')).toBeUndefined();
  expect(await region('http://[::1]:8787')).toBeUndefined();
});

test('credentials never go to another machine without TLS', async () => {
  await expect(awsIdentity('http://integration.hospital.example')).rejects.toThrow(/expected https/);
  await expect(awsIdentity('http://127.0.0.1.hospital.example')).rejects.toThrow(/expected https/);
});

test.each([
  ['https://a.example/live', '/ops/journeys', 'https://a.example/live/ops/journeys'],
  ['https://a.example/live/', '/ops/journeys?all=1', 'https://a.example/live/ops/journeys?all=1'],
  ['http://localhost:8787', '/ehr/fhir', 'http://localhost:8787/ehr/fhir'],
])('%s with %s is %s', (base, path, expected) => {
  expect(urlUnder(base, path).href).toBe(expected);
});

test('what is no URL is said so', () => {
  expect(() => urlUnder('hospital', '/ops')).toThrow(/URL: got hospital/);
});
