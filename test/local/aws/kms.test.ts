import { createHmac } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Service } from '../../../local/aws/exchange.ts';
import { Iam } from '../../../local/aws/iam.ts';
import { kmsService, makeMacKeys } from '../../../local/aws/kms.ts';
import { Store } from '../../../local/aws/store.ts';
import { Meter } from '../../../local/aws/usage.ts';
import { readModel } from '../../../local/template/read-model.ts';
import { synthTemplates } from '../../../local/template/synth.ts';

const model = readModel(await synthTemplates());
const ARN = model.macKeys[0]?.arn ?? '';
const message = (text: string): string => Buffer.from(text).toString('base64');
const INPUT = { KeyId: ARN, MacAlgorithm: 'HMAC_SHA_256', Message: message('atmp-pin/v1') };

let kms: Service;
let store: Store;
let meter: Meter;
beforeEach(() => {
  store = new Store(undefined);
  meter = new Meter();
  makeMacKeys(model.macKeys, store);
  kms = kmsService(model, new Iam(model), store, meter);
});

const iam = new Iam(model);
const ask = async (input: Readonly<Record<string, unknown>>, as = 'SignOff', operation = 'GenerateMac') => {
  const body = Buffer.from(JSON.stringify(input));
  const query = new URLSearchParams();
  const answer = await kms({
    principal: iam.principal(as),
    method: 'POST',
    path: '/',
    query,
    headers: {},
    operation,
    body,
  });
  return JSON.parse(answer.body.toString()) as Record<string, string>;
};

describe('KMS', () => {
  it('makes the MAC of a message by a key that is kept and given to nobody', async () => {
    const row = store.get<{ material: Uint8Array }>('SELECT material FROM mac_key WHERE arn = ?', ARN);
    const Mac = createHmac('sha256', row?.material ?? '')
      .update('atmp-pin/v1')
      .digest('base64');
    expect(await ask(INPUT)).toEqual({ KeyId: ARN, Mac, MacAlgorithm: 'HMAC_SHA_256' });
    expect(await ask({ ...INPUT, KeyId: model.macKeys[0]?.id })).toMatchObject({ KeyId: ARN, Mac });
    makeMacKeys(model.macKeys, store);
    expect(await ask(INPUT)).toMatchObject({ Mac });
    expect(meter.by().get('SignOff')?.keyRequests).toBe(3);
  });

  it('may be asked by those who check PINs alone', async () => {
    await expect(ask(INPUT, 'Referral')).resolves.toMatchObject({ KeyId: ARN });
    for (const other of ['Dispatch', 'Ops', 'EhrWebhook'])
      await expect(ask(INPUT, other)).rejects.toMatchObject({ code: 'AccessDeniedException' });
  });

  it.each([
    ['no message', { ...INPUT, Message: '' }, 'ValidationException'],
    ['a message over 4096 bytes', { ...INPUT, Message: message('a'.repeat(4097)) }, 'ValidationException'],
    ['what is no base64', { ...INPUT, Message: '*' }, 'SerializationException'],
    ['another algorithm', { ...INPUT, MacAlgorithm: 'HMAC_SHA_512' }, 'InvalidKeyUsageException'],
    ['no key', { ...INPUT, KeyId: '' }, 'ValidationException'],
    ['a field it does not know', { ...INPUT, DryRun: true }, 'ValidationException'],
  ])('refuses %s', async (_, input, code) => {
    await expect(ask(input)).rejects.toMatchObject({ code });
  });

  it('refuses a key that is not there, and other operations', async () => {
    await expect(ask({ ...INPUT, KeyId: 'other' }, 'operator')).rejects.toMatchObject({ code: 'NotFoundException' });
    await expect(ask(INPUT, 'SignOff', 'VerifyMac')).rejects.toMatchObject({ code: 'UnknownOperationException' });
  });
});
