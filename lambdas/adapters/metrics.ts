import { type CloudWatchClient, type MetricDatum, PutMetricDataCommand } from '@aws-sdk/client-cloudwatch';
import { calling } from './aws-errors.ts';

/** One value of one metric, now. */
export interface Measurement {
  readonly name: string;
  readonly value: number;
  readonly dimensions?: Readonly<Record<string, string>>;
  /** CloudWatch unit; `Count` by default. */
  readonly unit?: 'Count' | 'Milliseconds' | 'None';
}

export interface Metrics {
  put(values: readonly Measurement[]): Promise<void>;
}

const MOST = 1000;

export const cloudWatchMetrics = (client: CloudWatchClient, namespace: string): Metrics => ({
  async put(values) {
    const data = values.map(
      ({ name, value, dimensions = {}, unit = 'Count' }): MetricDatum => ({
        MetricName: name,
        Value: value,
        Unit: unit,
        Dimensions: Object.entries(dimensions).map(([Name, Value]) => ({ Name, Value })),
      }),
    );
    for (let at = 0; at < data.length; at += MOST) {
      const MetricData = data.slice(at, at + MOST);
      await calling('Put metrics', () => client.send(new PutMetricDataCommand({ Namespace: namespace, MetricData })));
    }
  },
});
