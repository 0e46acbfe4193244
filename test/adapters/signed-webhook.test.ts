import fc from 'fast-check';
import { Webhook } from 'standardwebhooks';
import { describe, expect, it } from 'vitest';
import { parseWebhookSecrets, verifyWebhook } from '../../lambdas/adapters/signed-webhook.ts';
import { plusMilliseconds } from '../../lambdas/domain/time.ts';

/** The vector of the reference implementations. */
const VECTOR = {
  secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
  id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
  timestamp: '1614265330',
  body: '{"test": 2432232314}',
  signature: 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  decoy: 'v1,Ceo5qEr07ixe2NLpvHk3FH9bwy/WavXrAFQ/9tdO6mc=',
};
const AT = plusMilliseconds('1970-01-01T00:00:00.000Z', Number(VECTOR.timestamp) * 1000);
const OTHER = 'whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwd';
const secrets = parseWebhookSecrets(VECTOR.secret, ['ehr', 'engine']);
const headers = (signature = VECTOR.signature, id = VECTOR.id, timestamp = VECTOR.timestamp) => ({
  'webhook-id': id,
  'webhook-timestamp': timestamp,
  'webhook-signature': signature,
});
const verify = (given: Record<string, string | undefined>, body = VECTOR.body, now = AT) =>
  verifyWebhook(secrets, given, Buffer.from(body), now);

describe('Standard Webhooks 1.0.0', () => {
  it('accepts the official vector and names sender and message', () => {
    expect(verify(headers())).toEqual({ ok: true, value: { sender: 'ehr', messageId: VECTOR.id } });
  });

  it('finds the right signature among others', () => {
    expect(verify(headers(`v1a,AAAA ${VECTOR.decoy} v1,??? v1 junk ${VECTOR.signature}`)).ok).toBe(true);
  });

  it.each([
    ['a forged signature', headers(VECTOR.decoy), VECTOR.body],
    ['no signature', { ...headers(), 'webhook-signature': undefined }, VECTOR.body],
    ['no id', { ...headers(), 'webhook-id': undefined }, VECTOR.body],
    ['no timestamp', { ...headers(), 'webhook-timestamp': undefined }, VECTOR.body],
    ['another id', headers(undefined, 'msg_other'), VECTOR.body],
    ['an id with a dot', headers(undefined, 'msg.x'), VECTOR.body],
    ['an id with a key separator', headers(undefined, 'msg#x'), VECTOR.body],
    ['another timestamp', headers(undefined, undefined, '1614265331'), VECTOR.body],
    ['a timestamp with a tail', headers(undefined, undefined, '1614265330abc'), VECTOR.body],
    ['another body', headers(), `${VECTOR.body} `],
    ['the wrong version', headers(VECTOR.signature.replace('v1', 'v2')), VECTOR.body],
    ['an asymmetric signature only', headers('v1a,AAAA'), VECTOR.body],
  ])('refuses %s, in the same words', (_, given, body) => {
    const refused = verify(given, body);
    expect(refused).toEqual(verify(headers(VECTOR.decoy)));
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'unauthenticated' } });
  });

  it('accepts five minutes to either side of our clock and no second more', () => {
    for (const [seconds, expected] of [
      [300, true],
      [-300, true],
      [301, false],
      [-301, false],
    ] as const) {
      expect(verify(headers(), VECTOR.body, plusMilliseconds(AT, seconds * 1000)).ok).toBe(expected);
    }
  });

  it('agrees with the reference library on whatever it signs, and on whatever is changed', () => {
    const library = new Webhook(VECTOR.secret);
    const now = new Date();
    const ours = now.toISOString();
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }).filter((body) => body.isWellFormed()),
        fc.stringMatching(/^[\w-]{1,30}$/),
        fc.boolean(),
        (body, id, forged) => {
          const signed = library.sign(id, now, body);
          const given = headers(forged ? VECTOR.decoy : signed, id, String(Math.floor(now.getTime() / 1000)));
          const theirs = (): boolean => {
            try {
              library.verify(body, given, { jsonParse: false });
              return true;
            } catch {
              return false;
            }
          };
          expect(verify(given, body, ours).ok).toBe(theirs());
          expect(theirs()).toBe(!forged);
        },
      ),
    );
  });
});

describe('webhook secrets', () => {
  it('tell senders apart, and accept the former one while it is rotated', () => {
    const listed = parseWebhookSecrets(JSON.stringify({ ehr: [OTHER, VECTOR.secret], engine: ['B'.repeat(44)] }), [
      'ehr',
      'engine',
    ]);
    const accepted = verifyWebhook(listed, headers(), Buffer.from(VECTOR.body), AT);
    expect(accepted).toMatchObject({ ok: true, value: { sender: 'ehr' } });
    const engine = parseWebhookSecrets(JSON.stringify({ ehr: [OTHER], engine: [VECTOR.secret] }), ['ehr', 'engine']);
    expect(verifyWebhook(engine, headers(), Buffer.from(VECTOR.body), AT)).toMatchObject({
      value: { sender: 'engine' },
    });
  });

  it('as one text are the first sender’s, with or without prefix', () => {
    expect([...parseWebhookSecrets('B'.repeat(44), ['ehr', 'engine']).keys()]).toEqual(['ehr']);
    expect(
      verifyWebhook(parseWebhookSecrets(VECTOR.secret.slice(6), ['ehr']), headers(), Buffer.from(VECTOR.body), AT).ok,
    ).toBe(true);
  });

  it.each([
    ['a sender nobody configured', '{"other": ["whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"]}', /got sender other/],
    ['one secret for two', `{"ehr": ["${OTHER}"], "engine": ["${OTHER}"]}`, /ehr and engine have the same/],
    ['a short secret', 'whsec_AAAA', /Webhook secret of ehr: expected/],
    ['no base64', `whsec_${'!'.repeat(40)}`, /Webhook secret of ehr: expected/],
    ['broken JSON', '{"ehr": ', /expected JSON/],
    ['an empty list', '{"ehr": []}', /expected JSON/],
  ])('with %s are refused', (_, text, why) => {
    expect(() => parseWebhookSecrets(text, ['ehr', 'engine'])).toThrow(why);
  });
});
