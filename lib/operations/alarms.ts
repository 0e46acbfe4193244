import { Duration } from 'aws-cdk-lib';
import { type IMetric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { COUNTED, METRICS } from '../metrics.ts';
import type { JourneysStack } from '../stacks/journeys-stack.ts';
import {
  apiFaults,
  effectsDropped,
  effectsNotKept,
  effectsPutAway,
  FIVE_MINUTES,
  functionErrors,
  mailNotDelivered,
  own,
  runs,
} from './signals.ts';

/** One alarm. Its runbook is `docs/runbooks/<name>.md`, unless it names another. */
export interface AlarmSpec {
  readonly name: string;
  readonly means: string;
  readonly metric: IMetric;
  /** Raised above this, unless `below`. */
  readonly above?: number;
  readonly below?: number;
  /** Periods of the metric that must all be bad; 1 by default. */
  readonly periods?: number;
  /** No data is bad news too. */
  readonly silenceIsBad?: boolean;
  /** Name of the runbook, where several alarms share one. */
  readonly runbook?: string;
}

/** The same alarm for each group of machines or functions: `run-failed`, `run-failed-2`, … with one runbook. */
const inGroups = (metrics: readonly IMetric[], spec: Omit<AlarmSpec, 'metric'>): readonly AlarmSpec[] =>
  metrics.map((metric, index) =>
    index === 0 ? { ...spec, metric } : { ...spec, name: `${spec.name}-${index + 1}`, runbook: spec.name, metric },
  );

const QUARTER_HOUR = Duration.minutes(15);
const HOUR = Duration.hours(1);
const QUARTER_DAY = Duration.hours(6);

/** Every alarm of the application, named for what it means to the person it wakes. */
export const alarmSpecs = (journeys: JourneysStack): readonly AlarmSpec[] => [
  ...inGroups(runs(journeys, 'Failed'), {
    name: 'run-failed',
    means: 'A run failed on broken machinery; the journey goes on in a new run.',
    above: 0,
  }),
  ...inGroups(runs(journeys, 'TimedOut'), {
    name: 'run-timed-out',
    means: 'A run reached its time limit, although runs are replaced long before.',
    above: 0,
  }),
  ...inGroups(runs(journeys, 'Aborted'), {
    name: 'run-aborted',
    means: 'Somebody stopped an execution; the application itself never does.',
    above: 0,
  }),
  {
    name: 'step-lapsed',
    means: 'A step was open for 330 days and nobody answered.',
    metric: own(COUNTED.stepsLapsed, FIVE_MINUTES, Stats.SUM),
    above: 0,
  },
  {
    name: 'journey-stuck',
    means: 'An open journey waits for nothing and nobody; the sweep started it again.',
    metric: own(METRICS.stuck, HOUR),
    above: 0,
  },
  {
    name: 'sweep-silent',
    means: 'The daily proof that no journey is stuck did not run for 30 hours.',
    metric: own(METRICS.sweepRan, QUARTER_DAY, Stats.SUM),
    below: 1,
    periods: 5,
    silenceIsBad: true,
  },
  {
    name: 'sweep-failed',
    means: 'The sweep could not attend to a journey or an effect; of these nothing is proven.',
    metric: own(METRICS.sweepFailed, HOUR),
    above: 0,
  },
  {
    name: 'effects-late',
    means: 'Mail, answers to steps and schedules wait longer than five minutes.',
    metric: journeys.dispatch.fn.metric('IteratorAge', { statistic: Stats.MAXIMUM, period: FIVE_MINUTES }),
    above: Duration.minutes(5).toMilliseconds(),
  },
  {
    name: 'effects-failed',
    means: 'An effect cannot be done until somebody mends its cause; those behind it go on.',
    metric: own(COUNTED.effectsFailed, FIVE_MINUTES, Stats.SUM),
    above: 0,
  },
  {
    name: 'effects-put-away',
    means: 'An effect was given up after all retries and is kept in the bucket of failed records.',
    metric: effectsPutAway(journeys),
    above: 0,
  },
  {
    name: 'effects-dropped',
    means: 'Records of effects were given up and are not in the bucket of failed records.',
    metric: effectsDropped(journeys),
    above: 0,
  },
  {
    name: 'effects-not-kept',
    means: 'Lambda could not write to the bucket of failed records.',
    metric: effectsNotKept(journeys),
    above: 0,
  },
  {
    name: 'effects-undelivered',
    means: 'The sweep found effects that are still not done.',
    metric: own(METRICS.undelivered, HOUR),
    above: 0,
  },
  {
    name: 'dead-letters',
    means: 'A schedule, an event, a mail given back or a sweep could not be handled.',
    metric: journeys.deadLetters.metricApproximateNumberOfMessagesVisible({ period: FIVE_MINUTES }),
    above: 0,
  },
  {
    name: 'mail-not-delivered',
    means: 'A mail bounced, was complained about or refused; its reader knows nothing of the step.',
    metric: mailNotDelivered(journeys),
    above: 0,
  },
  {
    name: 'addresses-doubtful',
    means:
      'Somebody who is the last to be told of what is urgent has an address that is not proved or gave a mail back.',
    metric: own(METRICS.addressesDoubtful, HOUR),
    above: 0,
  },
  {
    name: 'wrong-pins',
    means: 'More than 20 wrong user ids, PINs or passkeys in a quarter of an hour: somebody may be trying them out.',
    metric: own(COUNTED.wrongPins, QUARTER_HOUR, Stats.SUM),
    above: 20,
  },
  ...inGroups(functionErrors(journeys), {
    name: 'functions-failing',
    means: 'Functions end in errors, again and again.',
    above: 0,
    periods: 3,
  }),
  {
    name: 'doors-failing',
    means: 'The people or integration API answers with faults of ours.',
    metric: apiFaults(journeys),
    above: 0,
    periods: 2,
  },
];
