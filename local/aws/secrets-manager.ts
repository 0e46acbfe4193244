import { randomInt } from 'node:crypto';
import type { Model, SecretModel } from '../template/model.ts';
import { type AwsRequest, json, parseBody, type Service } from './exchange.ts';
import { type Iam, userOf } from './iam.ts';
import { ServiceError } from './service-error.ts';
import type { Store } from './store.ts';
import type { Meter } from './usage.ts';

const LOWER = 'abcdefghijklmnopqrstuvwxyz';
const DIGITS = '0123456789';
const PUNCTUATION = '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~';

/**
 * Makes the value of each secret that has none yet, as the template asks for it.
 *
 * @param given values to use instead, by logical id or secret name
 */
export function makeSecrets(
  secrets: readonly SecretModel[],
  given: Readonly<Record<string, string>>,
  store: Store,
): void {
  const unused = Object.keys(given).filter(
    (key) => !secrets.some(({ logicalId, name }) => key === logicalId || key === name),
  );
  if (unused.length > 0) {
    throw new Error(
      `No secret is called ${unused.join(', ')}; expected one of ${secrets.map(({ logicalId }) => logicalId).join(', ')}`,
    );
  }
  for (const secret of secrets) {
    const wanted = given[secret.logicalId] ?? given[secret.name];
    if (wanted !== undefined) {
      store.run(
        'INSERT INTO secret (arn, value) VALUES (?, ?) ON CONFLICT (arn) DO UPDATE SET value = excluded.value',
        secret.arn,
        wanted,
      );
    } else {
      const value = secret.value ?? generate(secret.generate ?? {});
      store.run('INSERT INTO secret (arn, value) VALUES (?, ?) ON CONFLICT (arn) DO NOTHING', secret.arn, value);
    }
  }
}

/** GetSecretValue, the only operation the application uses. */
export function secretsService(model: Model, iam: Iam, store: Store, meter: Meter): Service {
  return (request: AwsRequest) => {
    if (request.operation !== 'GetSecretValue') {
      throw new ServiceError(
        'UnknownOperationException',
        `Secrets Manager ${request.operation} is not part of the embedded stack`,
      );
    }
    const id = String(parseBody(request).SecretId);
    const secret = model.secrets.find(({ arn, name }) => id === arn || id === name);
    iam.authorize(request.principal, 'secretsmanager:GetSecretValue', secret?.arn ?? id);
    const row = secret && store.get<{ value: string }>('SELECT value FROM secret WHERE arn = ?', secret.arn);
    if (secret === undefined || row === undefined) {
      throw new ServiceError('ResourceNotFoundException', "Secrets Manager can't find the specified secret.");
    }
    meter.count(userOf(request.principal), 'secretReads');
    if (secret.keyArn !== undefined) {
      meter.count(userOf(request.principal), 'keyRequests');
      iam.authorize(request.principal, 'kms:Decrypt', secret.keyArn, {
        'kms:ViaService': [`secretsmanager.${model.region}.amazonaws.com`],
      });
    }
    return json({
      ARN: secret.arn,
      Name: secret.name,
      SecretString: row.value,
      VersionId: '00000000-0000-4000-8000-000000000000',
      VersionStages: ['AWSCURRENT'],
    });
  };
}

/** A value as GenerateSecretString describes it. */
function generate(wish: Readonly<Record<string, unknown>>): string {
  const excluded = String(wish.ExcludeCharacters ?? '');
  const alphabet = [
    wish.ExcludeLowercase === true ? '' : LOWER,
    wish.ExcludeUppercase === true ? '' : LOWER.toUpperCase(),
    wish.ExcludeNumbers === true ? '' : DIGITS,
    wish.ExcludePunctuation === true ? '' : PUNCTUATION,
    wish.IncludeSpace === true ? ' ' : '',
  ]
    .join('')
    .split('')
    .filter((character) => !excluded.includes(character));
  if (alphabet.length === 0) throw new Error('GenerateSecretString excludes every character');
  const length = Number(wish.PasswordLength ?? 32);
  const password = Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('');
  if (typeof wish.GenerateStringKey !== 'string') return password;
  const template = JSON.parse(String(wish.SecretStringTemplate ?? '{}')) as Record<string, unknown>;
  return JSON.stringify({ ...template, [wish.GenerateStringKey]: password });
}
