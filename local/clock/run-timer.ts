import type { InFlight } from './in-flight.ts';

/** Fires a timer and counts what it starts; its failure belongs to nobody, so it is reported and not lost. */
export function runTimer(fire: () => unknown, inFlight: InFlight): void {
  const release = inFlight.hold();
  const run = async (): Promise<void> => {
    await fire();
  };
  run().then(release, (error: unknown) => {
    release();
    process.emitWarning(error instanceof Error ? error : new Error(String(error)), 'EmbeddedTimerWarning');
  });
}
