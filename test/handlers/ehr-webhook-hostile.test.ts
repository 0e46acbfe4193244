import type { APIGatewayProxyEvent, Context } from 'aws-lambda';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { create } from '../../lambdas/handlers/ehr-webhook.ts';
import { bundle, patient, serviceRequest } from '../support/ehr-messages.ts';
import { signed, startWebhook, type Webhook } from '../support/ehr-webhook.ts';
import { NOW } from '../support/journeys.ts';

const order = bundle(serviceRequest(), patient());

describe('the EHR door', () => {
  let webhook: Webhook;
  beforeAll(async () => {
    webhook = await startWebhook();
  });
  afterAll(() => webhook.stop());

  const text = JSON.stringify(order);
  it.each([
    ['a forged signature', { headers: { 'webhook-signature': `v1,${Buffer.alloc(32).toString('base64')}` } }, 401],
    ['no signature', { headers: { 'webhook-signature': '' } }, 401],
    ['the signature of another id', { headers: { 'Webhook-Id': 'm2' } }, 401],
    ['a stale timestamp', { at: '2026-11-22T11:54:59.000Z' }, 401],
    ['a timestamp to come', { at: '2026-11-22T12:05:01.000Z' }, 401],
    ['no JSON', { body: 'hello' }, 400],
    ['nothing', { body: '' }, 400],
    ['cut JSON', { body: text.slice(0, -1) }, 400],
    ['JSON that is no FHIR', { body: { hello: 'world' } }, 400],
    ['malformed FHIR', { body: bundle(serviceRequest({ status: ['active'] }), patient()) }, 400],
    ['a key twice', { body: text.replace('"status":"active"', '"status":"active","status":"revoked"') }, 400],
    ['__proto__', { body: text.replace('"id":"p1"', '"id":"p1","__proto__":{"active":true}') }, 400],
    ['deep nesting', { body: '['.repeat(1000) + ']'.repeat(1000) }, 400],
    [
      'an unknown protocol',
      {
        body: bundle(
          serviceRequest({ code: { coding: [{ system: 'urn:atmp-journey:protocol', code: 'x' }] } }),
          patient(),
        ),
      },
      422,
    ],
    ['an oversize body', { body: JSON.stringify({ resourceType: 'Bundle', x: 'x'.repeat(1024 * 1024) }) }, 413],
  ])('refuses %s with an OperationOutcome and writes nothing', async (_, change, status) => {
    const before = await webhook.everything();
    const answer = await webhook.post({ id: 'm1', body: order, ...change });
    expect(answer).toMatchObject({
      status,
      headers: { 'content-type': 'application/fhir+json; charset=utf-8', 'cache-control': 'no-store' },
      body: {
        resourceType: 'OperationOutcome',
        issue: expect.arrayContaining([expect.objectContaining({ severity: 'error' })]),
      },
    });
    expect(JSON.stringify(answer.body)).not.toMatch(/Erin|MRN-1|1961/);
    expect(await webhook.everything()).toBe(before);
  });

  it('takes a replay inside the tolerance for the message that came', async () => {
    const post = { id: 'replayed', body: order };
    expect((await webhook.post(post)).status).toBe(202);
    expect((await webhook.post(post)).status).toBe(200);
    webhook.setNow('2026-11-22T12:05:01.000Z');
    expect((await webhook.post(post)).status).toBe(401);
    webhook.setNow(NOW);
  });

  it('keeps markup, line breaks and any script in a name as they are, in the identity store alone', async () => {
    const name = '<script>alert(1)</script>\r\nBcc: x@y.example 中村 \u{1F600}';
    const body = bundle(
      serviceRequest({ identifier: [{ system: 'urn:orders', value: '<b>\r\n#1' }] }),
      patient({ name: [{ text: name }], identifier: [{ system: 'urn:mrn', value: 'a#b|c' }] }),
    );
    expect((await webhook.post({ id: 'names', body })).status).toBe(202);
    expect(await webhook.everything()).toContain(JSON.stringify(name).slice(1, -1));
    expect(await webhook.journeysTable()).not.toContain('script');
  });

  it('takes the largest message there may be, and keeps it', async () => {
    const filler = 'x'.repeat(1024 * 1024 - 2000);
    const body = bundle(
      serviceRequest({ identifier: [{ system: 'urn:orders', value: 'large' }], note: [{ text: filler }] }),
      patient(),
    );
    expect((await webhook.post({ id: 'large', body })).status).toBe(202);
  });

  it('says that it is busy or broken in FHIR too', async () => {
    const body = JSON.stringify(order);
    const event = {
      httpMethod: 'POST',
      path: '/',
      headers: signed({ id: 'm9', body }),
      body,
    } as unknown as APIGatewayProxyEvent;
    const broken = { ...webhook.runtime, env: { ...webhook.runtime.env, WEBHOOK_SECRET_ARN: 'arn:none' } };
    const answer = await create(broken)(event, {} as Context);
    expect(answer.statusCode).toBe(500);
    expect(JSON.parse(answer.body)).toMatchObject({ resourceType: 'OperationOutcome', issue: [{ code: 'exception' }] });
  });

  it.each([
    ['EHR_SENDERS', 'no json'],
    ['EHR_SENDERS', '[]'],
    ['EHR_SENDERS', '[{"id":"ehr","policy":"guess"}]'],
    ['IDENTITY_KEY_ARN', undefined],
  ])('does not start with %s %s', (name, value) => {
    const runtime = { ...webhook.runtime, env: { ...webhook.runtime.env, [name]: value } };
    expect(() => create(runtime)).toThrow(name);
  });
});
