import { expect, test } from 'vitest';
import { virtualClock } from '../../../local/clock/virtual-clock.ts';

const START = '2026-01-01T00:00:00.000Z';
const start = Date.parse(START);

test('timers fire in order of time, then of setting, each at its own time', async () => {
  const clock = virtualClock(START);
  const fired: [string, number][] = [];
  const note = (name: string) => () => fired.push([name, clock.now() - start]);
  clock.setTimer(start + 200, note('later'));
  clock.setTimer(start + 100, note('first'));
  clock.setTimer(start + 100, note('second'));
  await clock.advance(1_000);
  expect(fired).toEqual([
    ['first', 100],
    ['second', 100],
    ['later', 200],
  ]);
  expect(clock.now()).toBe(start + 1_000);
});

test('a timer set by work that a timer started is seen before the clock moves on', async () => {
  const clock = virtualClock(START);
  const fired: number[] = [];
  clock.setTimer(start + 100, async () => {
    await new Promise((resolve) => setImmediate(resolve));
    clock.setTimer(start + 150, () => fired.push(clock.now() - start));
  });
  clock.setTimer(start + 500, () => fired.push(clock.now() - start));
  while (await clock.advanceToNextTimer());
  expect(fired).toEqual([150, 500]);
});

test('the clock does not move while counted work is in flight', async () => {
  const clock = virtualClock(START);
  const release = clock.hold();
  let fired = false;
  clock.setTimer(start + 1, () => {
    fired = true;
  });
  const moved = clock.advanceToNextTimer();
  await new Promise((resolve) => setImmediate(resolve));
  expect(fired).toBe(false);
  release();
  expect(await moved).toBe(true);
  expect(fired).toBe(true);
});

test('a limit leaves the clock where it is, a cancelled timer never fires', async () => {
  const clock = virtualClock(START);
  const cancel = clock.setTimer(start + 50, () => expect.unreachable());
  clock.setTimer(start + 100, () => undefined);
  cancel();
  expect(clock.nextTimerAt()).toBe(start + 100);
  expect(await clock.advanceToNextTimer(start + 99)).toBe(false);
  expect(clock.now()).toBe(start);
});

test('idle waits for work that counted work starts when it ends', async () => {
  const clock = virtualClock(START);
  const order: string[] = [];
  const second = async (): Promise<void> => {
    await new Promise((resolve) => setImmediate(resolve));
    order.push('second');
  };
  clock.track(Promise.resolve()).then(() => clock.track(second()));
  await clock.idle();
  expect(order).toEqual(['second']);
});
