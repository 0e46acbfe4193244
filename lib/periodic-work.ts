import { STAGES, type Stage } from './config.ts';
import type { Job } from './jobs.ts';

export interface PeriodicWork {
  /** Logical id of its schedule. */
  readonly id: string;
  readonly job: Extract<Job, 'sweep'>;
  readonly rate: `rate(${number} ${'minutes' | 'hours' | 'hour' | 'days' | 'day'})`;
  readonly input: { readonly schemaVersion: 1; readonly work: 'sweep' | 'requeue' };
  /** Where it is due. */
  readonly stages: readonly Stage[];
}

/** Everything that happens by the calendar and not by a journey's own schedule. There is no other place for it. */
const PERIODIC_WORK: readonly PeriodicWork[] = [
  {
    id: 'SweepSchedule',
    job: 'sweep',
    rate: 'rate(1 day)',
    input: { schemaVersion: 1, work: 'sweep' },
    stages: STAGES,
  },
  {
    id: 'RequeueSchedule',
    job: 'sweep',
    rate: 'rate(1 hour)',
    input: { schemaVersion: 1, work: 'requeue' },
    // The one difference between the stages: 15 virtual years would be 131 000 invocations, and the sweep, which
    // requeues too, is enough where nobody waits for a mail.
    stages: ['production', 'staging'],
  },
];

export const periodicWork = (stage: Stage): readonly PeriodicWork[] =>
  PERIODIC_WORK.filter(({ stages }) => stages.includes(stage));
