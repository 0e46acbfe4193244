import type { Clock } from './clock.ts';
import { InFlight } from './in-flight.ts';
import { runTimer } from './run-timer.ts';
import { Timers } from './timers.ts';

/** The longest delay that `setTimeout` keeps; later timers are looked at again when it has passed. */
const LONGEST_DELAY = 2 ** 31 - 1;

/** The system's clock. Its timers do not keep the process alive. */
export function realClock(): Clock {
  const inFlight = new InFlight();
  const timers = new Timers();
  let alarm: NodeJS.Timeout | undefined;

  const fireDue = (): void => {
    for (let due = timers.takeDue(Date.now()); due !== undefined; due = timers.takeDue(Date.now())) {
      runTimer(due.fire, inFlight);
    }
    arm();
  };
  const arm = (): void => {
    clearTimeout(alarm);
    const next = timers.next;
    if (next === undefined) return;
    alarm = setTimeout(fireDue, Math.min(Math.max(next.atMs - Date.now(), 0), LONGEST_DELAY));
    alarm.unref();
  };

  return {
    kind: 'real',
    now: () => Date.now(),
    setTimer: (atMs, fire) => {
      const cancel = timers.add(atMs, fire);
      arm();
      return cancel;
    },
    track: (work) => inFlight.track(work),
    hold: () => inFlight.hold(),
    idle: () => inFlight.idle(),
    stop: () => {
      timers.clear();
      clearTimeout(alarm);
    },
  };
}
