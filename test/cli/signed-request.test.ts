import { expect, test } from 'vitest';
import { signatureOf } from '../../local/cli/signed-request.ts';

const KEY = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY' };
const AT = new Date('2015-08-30T12:36:00Z');

test('the example of the AWS documentation gets its known signature', () => {
  const { authorization } = signatureOf(
    { ...KEY, region: 'us-east-1' },
    {
      service: 'iam',
      method: 'GET',
      url: new URL('https://iam.amazonaws.com/?Version=2010-05-08&Action=ListUsers'),
      headers: { 'Content-Type': 'application/x-www-form-urlencoded; charset=utf-8' },
    },
    AT,
  );
  expect(authorization).toBe(
    'AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/iam/aws4_request, SignedHeaders=content-type;host;x-amz-date, Signature=5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7',
  );
});

test('path, query, body and session token all count', () => {
  const identity = { ...KEY, region: 'eu-central-1', sessionToken: 'TOKEN' };
  const request = {
    service: 'execute-api',
    method: 'POST',
    url: new URL('https://a.example/live/x?all=1'),
    body: '{}',
  };
  const authorizations = [
    signatureOf(identity, request, AT),
    signatureOf(identity, { ...request, url: new URL('https://a.example/x?all=1') }, AT),
    signatureOf(identity, { ...request, url: new URL('https://a.example/live/x') }, AT),
    signatureOf(identity, { ...request, body: '' }, AT),
    signatureOf({ ...identity, sessionToken: 'OTHER' }, request, AT),
  ].map(({ authorization }) => authorization);
  expect(new Set(authorizations).size).toBe(authorizations.length);
  expect(signatureOf(identity, request, AT)['x-amz-security-token']).toBe('TOKEN');
});
