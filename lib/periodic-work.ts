import type { Job } from './jobs.ts';

/** Everything that happens by the calendar and not by a journey's own schedule. There is no other place for it. */
export const PERIODIC_WORK: readonly {
  readonly job: Extract<Job, 'sweep'>;
  readonly rate: `rate(${number} ${'minutes' | 'hours' | 'hour' | 'days' | 'day'})`;
  readonly input: { readonly schemaVersion: 1 };
}[] = [{ job: 'sweep', rate: 'rate(1 day)', input: { schemaVersion: 1 } }];
