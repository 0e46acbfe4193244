import { periodicWork } from '../../lib/periodic-work.ts';
import { BY_MONTH } from '../../local/aws/fixed-prices.ts';
import { usdBeforeMail } from '../../local/aws/prices.ts';
import type { Usage } from '../../local/aws/usage.ts';
import { synthTemplates } from '../../local/template/synth.ts';

export interface FixedCost {
  readonly what: string;
  readonly count: number;
  /** US dollars a month. */
  readonly usd: number;
}

interface Resource {
  readonly Type: string;
  readonly Properties?: Readonly<Record<string, unknown>>;
}

/** Metrics that count the events of a stream mapping: polled, filtered, invoked, failed, dropped, sent away. */
const METRICS_OF_A_MAPPING = 6;
/** Without dimensions, and one for each phase a journey can stand in (`lib/metrics.ts`). */
const METRICS_OF_THE_SWEEP = 6 + 7;
/** Once every five minutes the stream is read with the key of its table. */
const KEY_REQUESTS_OF_A_STREAM = 30 * 24 * 12;

const RUNS_A_MONTH = { 'rate(1 day)': 30, 'rate(1 hour)': 730 } as const;

/** What a production deployment costs a month before the first journey, read out of its templates. */
export async function fixedCosts(aSweep: Usage): Promise<readonly FixedCost[]> {
  const templates = await synthTemplates({
    stage: 'production',
    use: 'production',
    publicUrl: 'https://journeys.hospital.example',
    publicUrlIsProxied: true,
  });
  const all = templates.flatMap(({ template }) =>
    Object.values((template as { Resources?: Record<string, Resource> }).Resources ?? {}),
  );
  const of = (type: string): readonly Resource[] => all.filter(({ Type }) => Type === type);
  const sum = (resources: readonly Resource[], property: string): number =>
    resources.reduce((count, { Properties }) => count + sizeOf(Properties?.[property]), 0);
  const alarms = of('AWS::CloudWatch::Alarm');
  const filters = of('AWS::Logs::MetricFilter');
  const mappings = of('AWS::Lambda::EventSourceMapping');
  const acls = of('AWS::WAFv2::WebACL');
  const metrics = filters.length + mappings.length * METRICS_OF_A_MAPPING + METRICS_OF_THE_SWEEP;
  const runs = periodicWork('production').reduce(
    (count, { rate }) => count + (RUNS_A_MONTH[rate as 'rate(1 day)'] ?? 0),
    0,
  );
  const row = (what: string, count: number, usd: number): FixedCost => ({ what, count, usd: count * usd });
  return [
    row('KMS keys', of('AWS::KMS::Key').length, BY_MONTH.key.usd),
    row('Secrets', of('AWS::SecretsManager::Secret').length, BY_MONTH.secret.usd),
    row(
      'Alarm metrics',
      alarms.reduce((count, { Properties }) => count + Math.max(1, metricsOf(Properties)), 0),
      BY_MONTH.alarm.usd,
    ),
    row('Dashboards', of('AWS::CloudWatch::Dashboard').length, BY_MONTH.dashboard.usd),
    row('Custom metrics', metrics, BY_MONTH.metric.usd),
    row('Web ACLs', acls.length, BY_MONTH.webAcl.usd),
    row('Web ACL rules', sum(acls, 'Rules'), BY_MONTH.webAclRule.usd),
    row('Runs of the sweep', runs, usdBeforeMail(aSweep)),
    row('KMS requests of the stream', mappings.length * KEY_REQUESTS_OF_A_STREAM, 0.03 / 10_000),
  ];
}

const sizeOf = (value: unknown): number => (Array.isArray(value) ? value.length : 0);

/** Metrics that an alarm reads, of those that are not computed from others. */
const metricsOf = (properties: Resource['Properties']): number => {
  const metrics = properties?.Metrics;
  return Array.isArray(metrics) ? metrics.filter((one: object) => 'MetricStat' in one).length : 0;
};
