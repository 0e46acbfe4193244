import { randomFillSync } from 'node:crypto';
import { dynamoStaffRegister } from '../../lambdas/adapters/dynamo-staff-register.ts';
import type { Instant } from '../../lambdas/domain/time.ts';
import type { VirtualClock } from '../clock/clock.ts';
import { type EmbeddedStack, type StackOptions, startStack } from '../stack.ts';
import { embeddedWorld } from './embedded-world.ts';
import { EXAMPLE_PIN, EXAMPLE_PIN_COST, exampleStaff } from './staff.ts';
import type { World } from './world.ts';

/** A Monday morning at the example hospital. */
export const FIRST_DAY: Instant = '2027-01-11T08:00:00.000Z';

export interface Stage {
  readonly stack: EmbeddedStack & { readonly clock: VirtualClock };
  readonly world: World;
  readonly webhookSecret: string;
}

/** The embedded stack on a virtual clock, with the example staff: where scenarios are played. */
export async function embeddedStage(options: Omit<StackOptions, 'clock'> = {}): Promise<Stage> {
  const stack = await startStack({
    prepare: seedExampleStaff,
    restWhenIdle: true,
    ...options,
    clock: { virtualFrom: FIRST_DAY },
  });
  return { stack, world: embeddedWorld(stack), webhookSecret: `whsec_${stack.secret('WebhookSecret')}` };
}

/** Puts the example staff into the register of a stack, each with the example PIN; who is there already stays as is. */
export async function seedExampleStaff({
  model,
  clientsFor,
}: Pick<EmbeddedStack, 'model' | 'clientsFor'>): Promise<void> {
  const table = model.tables.find(({ logicalId }) => logicalId === 'Identities')?.name;
  if (table === undefined) throw new Error('Template: expected a table Identities');
  const randomBytes = (count: number) => randomFillSync(new Uint8Array(count));
  const register = dynamoStaffRegister(clientsFor().dynamodb, table, randomBytes, EXAMPLE_PIN_COST);
  for (const member of exampleStaff) {
    if ((await register.find(member.id)) === undefined) await register.putStaff(member, EXAMPLE_PIN);
  }
}
