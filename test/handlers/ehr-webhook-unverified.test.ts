import { afterEach, expect, it, vi } from 'vitest';
import type { Use } from '../../lambdas/domain/protocol/use.ts';
import { bundle, patient, serviceRequest } from '../support/ehr-messages.ts';
import { startWebhook, type Webhook } from '../support/ehr-webhook.ts';

/** Beside the unsigned files a signed version of one, under an id of its own. */
vi.mock('../../protocols/shelf.ts', async (original) => {
  const { shelf } = await original<typeof import('../../protocols/shelf.ts')>();
  const { signedProtocol } = await import('../support/signed-protocol.ts');
  const [first] = shelf as readonly Record<string, unknown>[];
  return { shelf: [...shelf, signedProtocol({ ...first, id: 'signed', codes: undefined })] };
});

let webhook: Webhook;
afterEach(() => webhook.stop());

const order = bundle(serviceRequest(), patient());
const signedOrder = bundle(
  serviceRequest({ code: { coding: [{ system: 'urn:atmp-journey:protocol', code: 'signed' }] } }),
  patient(),
);
const NOT_SIGNED = /not signed by a pharmacist and a second person.*"atmp protocol check --for production"/;

it('in production an order for a protocol that was not verified is refused with the reason', async () => {
  webhook = await startWebhook('production');
  const answer = await webhook.post({ id: 'm1', body: order });
  expect(answer).toMatchObject({
    status: 422,
    body: { resourceType: 'OperationOutcome', issue: [{ diagnostics: expect.stringMatching(NOT_SIGNED) }] },
  });
  expect(await webhook.count('EVENT')).toBe(0);
});

it('or parked under its own reason, for a sender that parks', async () => {
  webhook = await startWebhook('production');
  const answer = await webhook.post({ id: 'm1', body: order, sender: 'engine' });
  expect(answer).toMatchObject({ status: 202, body: { journeyId: null, status: 'parked' } });
  expect(await webhook.journeysTable()).toContain('unverified-protocol');
  expect(await webhook.count('EVENT')).toBe(0);
});

it('an order for a verified one opens a journey', async () => {
  webhook = await startWebhook('production');
  const answer = await webhook.post({ id: 'm1', body: signedOrder });
  expect(answer).toMatchObject({ status: 202, body: { status: 'applied' } });
  expect(await webhook.count('EVENT')).toBeGreaterThan(0);
});

it.each<Use>(['training', 'demo'])('for %s nothing has to be signed', async (use) => {
  webhook = await startWebhook(use);
  expect(await webhook.post({ id: 'm1', body: order })).toMatchObject({ status: 202, body: { status: 'applied' } });
});
