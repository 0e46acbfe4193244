import { Duration } from 'aws-cdk-lib';
import { type IMetric, MathExpression, Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { MAIL_DIMENSION } from '../constructs/mail-configuration.ts';
import { METRIC_NAMESPACE } from '../metrics.ts';
import type { JourneysStack } from '../stacks/journeys-stack.ts';

/** Metrics an alarm may watch in one sum. */
const MOST_METRICS = 10;

export const FIVE_MINUTES = Duration.minutes(5);

/** A metric put by `sweep` or counted from the machines' log. */
export const own = (metricName: string, period: Duration, statistic: string = Stats.MAXIMUM): Metric =>
  new Metric({ namespace: METRIC_NAMESPACE, metricName, period, statistic });

/**
 * Several metrics as one sum; an alarm may watch at most ten.
 *
 * @param name begins in lower case and tells the sums of one graph apart
 */
export const sumOf = (name: string, label: string, metrics: readonly IMetric[]): IMetric =>
  new MathExpression({
    expression: `SUM([${metrics.map((_, index) => `FILL(${name}${index},0)`).join(',')}])`,
    usingMetrics: Object.fromEntries(metrics.map((metric, index) => [`${name}${index}`, metric])),
    label,
    period: FIVE_MINUTES,
  });

/** One sum for each ten of several metrics: an alarm may watch no more. */
function sums(name: string, label: string, metrics: readonly IMetric[]): readonly IMetric[] {
  return Array.from({ length: Math.ceil(metrics.length / MOST_METRICS) }, (_, index) =>
    sumOf(
      `${name}${index + 1}x`,
      `${label}${index === 0 ? '' : ` (${index + 1})`}`,
      metrics.slice(index * MOST_METRICS, (index + 1) * MOST_METRICS),
    ),
  );
}

export function runs(journeys: JourneysStack, end: 'Failed' | 'TimedOut' | 'Aborted'): readonly IMetric[] {
  const ended = journeys.machines.all.map((machine) =>
    machine.metric(`Executions${end}`, { statistic: Stats.SUM, period: FIVE_MINUTES }),
  );
  return sums(`runs${end}`, `Executions ${end}`, ended);
}

export const functionErrors = (journeys: JourneysStack): readonly IMetric[] =>
  sums(
    'errors',
    'Function errors',
    journeys.functions.map(({ fn }) => fn.metricErrors({ period: FIVE_MINUTES })),
  );

export const apiFaults = (journeys: JourneysStack): IMetric =>
  sumOf(
    'faults',
    'API faults',
    journeys.apis.map(({ api }) => api.metricServerError({ period: FIVE_MINUTES, statistic: Stats.SUM })),
  );

/** Counts of the mapping that feeds `dispatch`. Lambda puts them under the id of the mapping and nothing else. */
const mappingCount = (journeys: JourneysStack, metricName: string): Metric =>
  new Metric({
    namespace: 'AWS/Lambda',
    metricName,
    dimensionsMap: { EventSourceMappingUUID: journeys.effects.ref },
    statistic: Stats.SUM,
    period: FIVE_MINUTES,
  });

/** Effects that were given up after all retries and kept in the bucket. */
export const effectsPutAway = (journeys: JourneysStack): IMetric =>
  mappingCount(journeys, 'OnFailureDestinationDeliveredEventCount');

/** Records that were given up and are in no bucket either. */
export const effectsDropped = (journeys: JourneysStack): IMetric => mappingCount(journeys, 'DroppedEventCount');

/** Tries to put a record into the bucket that failed. */
export const effectsNotKept = (journeys: JourneysStack): IMetric =>
  journeys.dispatch.fn.metric('DestinationDeliveryFailures', { statistic: Stats.SUM, period: FIVE_MINUTES });

export const mailNotDelivered = (journeys: JourneysStack): IMetric =>
  sumOf(
    'mail',
    'Mail not delivered',
    ['Bounce', 'Complaint', 'Reject'].map(
      (metricName) =>
        new Metric({
          namespace: 'AWS/SES',
          metricName,
          dimensionsMap: { [MAIL_DIMENSION]: journeys.mail.configurationSetName },
          statistic: Stats.SUM,
          period: FIVE_MINUTES,
        }),
    ),
  );
