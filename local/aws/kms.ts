import { createHmac, createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import type { MacKeyModel, Model } from '../template/model.ts';
import { type AwsRequest, json, parseBody, type Service } from './exchange.ts';
import { type Iam, userOf } from './iam.ts';
import { ServiceError, validationError } from './service-error.ts';
import type { Store } from './store.ts';
import type { Meter } from './usage.ts';

const MOST_BYTES = 4096;
const BASE64 = /^(?:[A-Za-z\d+/]{4})*(?:[A-Za-z\d+/]{2}==|[A-Za-z\d+/]{3}=)?$/;

/** Makes the material of each key that has none yet; it is kept with the data and never given out. */
export function makeMacKeys(keys: readonly MacKeyModel[], store: Store): void {
  for (const { arn } of keys) {
    store.run(
      'INSERT INTO mac_key (arn, material) VALUES (?, ?) ON CONFLICT (arn) DO NOTHING',
      arn,
      new Uint8Array(randomBytes(32)),
    );
  }
}

/** GenerateMac, the only operation the application uses itself. */
export function kmsService(model: Model, iam: Iam, store: Store, meter: Meter): Service {
  const materials = new Map<string, KeyObject>();
  // Never replaced once it is made, so that it is looked up once.
  const materialOf = (arn: string): KeyObject | undefined => {
    const known = materials.get(arn);
    if (known !== undefined) return known;
    const row = store.get<{ material: Uint8Array }>('SELECT material FROM mac_key WHERE arn = ?', arn);
    if (row === undefined) return undefined;
    const material = createSecretKey(row.material);
    materials.set(arn, material);
    return material;
  };
  return (request: AwsRequest) => {
    if (request.operation !== 'GenerateMac') {
      throw new ServiceError('UnknownOperationException', `KMS ${request.operation} is not part of the embedded stack`);
    }
    const { keyId, message } = inputOf(parseBody(request));
    const key = model.macKeys.find(({ arn, id }) => keyId === arn || keyId === id);
    // As the service does: who may not use a key does not learn whether it exists.
    iam.authorize(request.principal, 'kms:GenerateMac', key?.arn ?? keyId);
    const material = key && materialOf(key.arn);
    if (key === undefined || material === undefined) {
      throw new ServiceError('NotFoundException', `Key '${keyId}' does not exist`);
    }
    meter.count(userOf(request.principal), 'keyRequests');
    const Mac = createHmac('sha256', material).update(message).digest('base64');
    return json({ KeyId: key.arn, Mac, MacAlgorithm: 'HMAC_SHA_256' });
  };
}

function inputOf(input: Readonly<Record<string, unknown>>): { readonly keyId: string; readonly message: Buffer } {
  const { KeyId, Message, MacAlgorithm, ...more } = input;
  const [unknown] = Object.keys(more);
  if (unknown !== undefined) throw validationError(`${unknown} is not part of the embedded stack`);
  if (typeof KeyId !== 'string' || KeyId === '')
    throw validationError("Value at 'keyId' failed to satisfy constraint: Member must not be null");
  if (MacAlgorithm !== 'HMAC_SHA_256')
    throw new ServiceError(
      'InvalidKeyUsageException',
      `Algorithm ${String(MacAlgorithm)} is incompatible with key spec HMAC_256.`,
    );
  if (typeof Message !== 'string' || !BASE64.test(Message))
    throw new ServiceError('SerializationException', 'Message: expected base64');
  const message = Buffer.from(Message, 'base64');
  if (message.length < 1 || message.length > MOST_BYTES) {
    throw validationError(
      `Value at 'message' failed to satisfy constraint: Member must have length between 1 and ${MOST_BYTES}`,
    );
  }
  return { keyId: KeyId, message };
}
