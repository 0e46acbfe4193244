import { expect, test } from 'vitest';
import { operate } from '../../../local/scenario/operations.ts';
import { persistentWorld } from '../../../local/scenario/persistent-world.ts';
import type { World } from '../../../local/scenario/world.ts';

/** A world that refuses a command because there is nothing left to do, and whose log goes on with this event. */
const refusing = (type: string): World => ({
  name: 'embedded',
  now: async () => '2027-01-11T08:00:00.000Z',
  request: async (_path, { method }) =>
    method === 'GET'
      ? { status: 200, body: { events: [{ type }] } }
      : { status: 409, body: { code: 'conflict', message: 'The course has ended already.' } },
  mails: async () => [],
  settle: async () => undefined,
  pass: async () => true,
});
const whenAsked = { step: 'Give the product', round: 1 } as const;
const cancel = { whenAsked, after: 'PT1H', command: 'cancel', reason: 'Asked for.' } as const;
const operated = (world: World) => operate(world, 'J', cancel, [], 'UTC');

test('a command that another copy of it has done is done; one that nothing did is refused', async () => {
  await expect(operated(persistentWorld(refusing('journey.cancelled')))).resolves.toBeUndefined();
  await expect(operated(persistentWorld(refusing('journey.held')))).rejects.toThrow('expected 202, got 409');
  await expect(operated(refusing('journey.cancelled'))).rejects.toThrow('expected 202, got 409');
});
