import { expect, test } from 'vitest';
import { realClock } from '../../../local/clock/real-clock.ts';

test('a timer fires when it is due, and a far one is kept without overflowing', async () => {
  const clock = realClock();
  const year = 365 * 86_400_000;
  const cancel = clock.setTimer(clock.now() + year, () => expect.unreachable());
  await new Promise<void>((resolve) => clock.setTimer(clock.now() - 1, resolve));
  cancel();
  clock.stop();
});
