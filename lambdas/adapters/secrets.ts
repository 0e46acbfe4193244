import { GetSecretValueCommand, type SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { Fault } from '../domain/faults.ts';
import { type Instant, millisecondsBetween } from '../domain/time.ts';
import { calling } from './aws-errors.ts';

/** A rotated secret is in use everywhere after five minutes; reading it at each request would cost as much as the rest. */
const KEPT_MS = 5 * 60 * 1000;

export interface Secrets {
  /** The text of a secret, at most five minutes old. */
  read(arn: string): Promise<string>;
}

export function secretsManager(client: SecretsManagerClient, now: () => Instant): Secrets {
  const kept = new Map<string, { readonly at: Instant; readonly value: Promise<string> }>();
  const fetch = async (arn: string): Promise<string> => {
    const { SecretString } = await calling('Read secret', () =>
      client.send(new GetSecretValueCommand({ SecretId: arn })),
    );
    if (SecretString === undefined || SecretString === '') {
      throw new Fault(`Secret ${arn}: expected text, got none. Set its value.`);
    }
    return SecretString;
  };
  return {
    read(arn) {
      const at = now();
      const found = kept.get(arn);
      if (found !== undefined && millisecondsBetween(found.at, at) < KEPT_MS) return found.value;
      const value = fetch(arn);
      kept.set(arn, { at, value });
      // A failed read is not kept: the next request tries anew.
      value.catch(() => kept.delete(arn));
      return value;
    },
  };
}
