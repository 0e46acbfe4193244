import { isDeepStrictEqual } from 'node:util';
import { momentAt } from './moment.ts';
import type { ConfirmScript, KeepingScript } from './scenario.ts';
import type { World } from './world.ts';

/** Keeps what a story tells, and sees whether the changes in it concern the journey as it tells. */
export async function keepAsTold(world: World, journeyId: string, script: KeepingScript, zone: string): Promise<void> {
  if (world.keep === undefined) throw new Error(`Registers cannot be kept in world ${world.name}`);
  const at = await world.now();
  const found = [];
  for (const entry of script.entries(momentAt(at, zone))) found.push(...(await world.keep({ ...entry, at })));
  const concerned = found.filter((one) => one.journeyId === journeyId).flatMap(({ concerns }) => concerns);
  if (!isDeepStrictEqual(concerned, script.concerned) && !world.isLate) {
    const [got, expected] = [concerned, script.concerned].map((list) => JSON.stringify(list));
    throw new Error(`Journey ${journeyId}, concerned by a change: got ${got}, expected ${expected}`);
  }
}

/** Confirms what another system holds, as a story tells. */
export async function confirmAsTold(
  world: World,
  { whenAsked: _, after: __, ...script }: ConfirmScript,
): Promise<void> {
  if (world.confirm === undefined) throw new Error(`Registers cannot be kept in world ${world.name}`);
  await world.confirm(script);
}
