import { dynamoPasskeys, type PasskeyRegister } from '../../lambdas/adapters/dynamo-passkeys.ts';
import { tokenHash } from '../../lambdas/adapters/link-token.ts';
import { plus } from '../../lambdas/domain/time.ts';
import type { Stage } from '../../local/scenario/embedded-stage.ts';
import { SoftwareAuthenticator } from '../support/software-authenticator.ts';

/** The passkeys of an embedded stack, as operations reach them. */
export function passkeysOf({ stack }: Stage): PasskeyRegister {
  const table = stack.model.tables.find(({ logicalId }) => logicalId === 'Identities')?.name;
  if (table === undefined) throw new Error('passkeys: expected a table Identities');
  return dynamoPasskeys({ client: stack.clientsFor().dynamodb, table }, () => 0);
}

/** A passkey that somebody added before. */
export async function enrolled(stage: Stage, signer: string): Promise<SoftwareAuthenticator> {
  const key = new SoftwareAuthenticator();
  const passkeys = passkeysOf(stage);
  const at = await stage.world.now();
  const checked = { by: 'qa', how: 'badge, in person', at };
  const hash = tokenHash(key.credentialId);
  await passkeys.putTicket(hash, { staff: signer, checked, expiresAt: plus(at, 'P1D', 'UTC') });
  const { credentialId, publicKey } = key;
  const kept = { signer, credentialId, publicKey, alg: -7, counter: 0, transports: [], aaguid: '' };
  await passkeys.enrol({ ...kept, deviceType: 'singleDevice', backedUp: false, enrolledAt: at, checked }, hash);
  return key;
}
