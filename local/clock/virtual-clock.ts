import type { VirtualClock } from './clock.ts';
import { InFlight } from './in-flight.ts';
import { runTimer } from './run-timer.ts';
import { Timers } from './timers.ts';

/**
 * A clock that stands still until it is moved, and then jumps from timer to timer. `from`: an ISO 8601 instant;
 * `onMove` is told of each new instant before anything happens in it.
 */
export function virtualClock(from: string, onMove?: (now: string) => void): VirtualClock {
  let nowMs = Date.parse(from);
  if (!Number.isFinite(nowMs)) throw new RangeError(`virtualClock: expected an ISO 8601 instant, got '${from}'`);
  const inFlight = new InFlight();
  const timers = new Timers();
  let moves: Promise<unknown> = Promise.resolve();

  const afterOtherMoves = <T>(move: () => Promise<T>): Promise<T> => {
    const result = moves.then(move);
    moves = result.catch(() => undefined);
    return result;
  };
  const moveTo = (ms: number): void => {
    if (ms === nowMs) return;
    nowMs = ms;
    onMove?.(new Date(ms).toISOString());
  };
  const jump = async (limitMs: number): Promise<boolean> => {
    await inFlight.idle();
    const next = timers.next;
    if (next === undefined || next.atMs > limitMs) return false;
    moveTo(Math.max(nowMs, next.atMs));
    const due = timers.takeDue(nowMs);
    if (due !== undefined) runTimer(due.fire, inFlight);
    await inFlight.idle();
    return true;
  };

  return {
    kind: 'virtual',
    now: () => nowMs,
    setTimer: (atMs, fire) => timers.add(atMs, fire),
    track: (work) => inFlight.track(work),
    hold: () => inFlight.hold(),
    idle: () => inFlight.idle(),
    stop: () => timers.clear(),
    nextTimerAt: () => timers.next?.atMs,
    advanceToNextTimer: (limitMs = Number.POSITIVE_INFINITY) => afterOtherMoves(() => jump(limitMs)),
    advance: (ms) =>
      afterOtherMoves(async () => {
        if (!(ms >= 0)) throw new RangeError(`advance: expected milliseconds of 0 or more, got ${ms}`);
        const target = nowMs + ms;
        while (await jump(target));
        moveTo(target);
      }),
  };
}
