import { randomFillSync } from 'node:crypto';
import { dynamoStaffRegister } from '../../lambdas/adapters/dynamo-staff-register.ts';
import type { Stage } from '../../local/scenario/embedded-stage.ts';

/** The register of staff of a stage, to put somebody into it who is not of the example staff. */
export function staffRegisterOf({ stack }: Pick<Stage, 'stack'>) {
  const table = stack.model.tables.find(({ logicalId }) => logicalId === 'Identities')?.name;
  if (table === undefined) throw new Error('Template: expected a table Identities');
  return dynamoStaffRegister(stack.clientsFor().dynamodb, table, (count) => randomFillSync(new Uint8Array(count)));
}
