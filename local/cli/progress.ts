import pc from 'picocolors';

const WIDTH = 30;

/** One line that is written over and over on a terminal, and nowhere else. */
export interface Progress {
  update(done: number): void;
  end(): void;
}

/** @param wallNow milliseconds of the wall clock */
export function progressOf(total: number, what: string, wallNow: () => number, stream = process.stderr): Progress {
  if (!stream.isTTY) return { update: () => undefined, end: () => undefined };
  const started = wallNow();
  const write = (text: string): void => {
    stream.write(`\r\u001b[2K${text}`);
  };
  return {
    update: (done) => write(progressLine(done, total, what, (wallNow() - started) / 1000)),
    end: () => write(''),
  };
}

/** `████░░ 120/1000 journeys, 2.1 a second, 7 min left`. */
export function progressLine(done: number, total: number, what: string, seconds: number): string {
  const filled = Math.round((done / Math.max(1, total)) * WIDTH);
  const rate = done / Math.max(seconds, 0.001);
  const left = done === 0 ? '' : `, ${rate.toFixed(1)} a second, ${timeText((total - done) / rate)} left`;
  return `${pc.cyan('█'.repeat(filled))}${pc.dim('░'.repeat(WIDTH - filled))} ${done}/${total} ${what}${left}`;
}

const timeText = (seconds: number): string =>
  seconds < 90 ? `${Math.round(seconds)} s` : `${Math.round(seconds / 60)} min`;
