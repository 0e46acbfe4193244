import type { World } from '../../local/scenario/world.ts';

type Init = Parameters<World['request']>[1];

/** A signature by a person's program; a form without a session is none. */
export const isSignature = (path: string, { method, headers = {} }: Init): boolean =>
  method === 'POST' && path.startsWith('/sign-offs/') && headers['content-type'] === 'application/json';

/**
 * A world in which something is done before the signature of this number arrives.
 *
 * @param world asked each time, because what is done may put another in its place
 */
export function beforeSignature(number: number, world: () => World, act: () => Promise<void>): World {
  let signatures = 0;
  return {
    name: world().name,
    now: () => world().now(),
    mails: (after) => world().mails(after),
    settle: () => world().settle(),
    pass: (until) => world().pass(until),
    async request(path, init) {
      if (isSignature(path, init)) {
        signatures += 1;
        if (signatures === number) await act();
      }
      return world().request(path, init);
    },
  };
}
