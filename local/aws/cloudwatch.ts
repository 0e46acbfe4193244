import * as z from 'zod';
import { type AwsRequest, json, parseBody, type Service } from './exchange.ts';
import { type Iam, userOf } from './iam.ts';
import { ServiceError } from './service-error.ts';
import type { Meter } from './usage.ts';

const datum = z
  .strictObject({
    MetricName: z.string().min(1).max(255),
    Value: z.number().optional(),
    Values: z.array(z.number()).max(150).optional(),
    Counts: z.array(z.number()).max(150).optional(),
    Unit: z.string().optional(),
    Timestamp: z.number().optional(),
    StorageResolution: z.number().optional(),
    Dimensions: z
      .array(z.strictObject({ Name: z.string().min(1).max(255), Value: z.string().min(1).max(1024) }))
      .max(30)
      .default([]),
  })
  .refine(({ Value, Values }) => (Value === undefined) !== (Values === undefined), 'expected either Value or Values');
const shape = z.strictObject({
  Namespace: z.string().min(1).max(255).regex(/^[^:]/),
  MetricData: z.array(datum).min(1).max(1000),
});

/** What was last put under a metric, and the sum of all values. */
export interface Metric {
  last: number;
  sum: number;
  samples: number;
}

/** PutMetricData; metrics are kept by `namespace/name{dimension=value,…}`. */
export function cloudWatchService(iam: Iam, metrics: Map<string, Metric>, meter: Meter): Service {
  return (request: AwsRequest) => {
    if (request.operation !== 'PutMetricData') {
      throw new ServiceError(
        'UnknownOperationException',
        `CloudWatch ${request.operation} is not part of the embedded stack`,
      );
    }
    const parsed = shape.safeParse(parseBody(request));
    if (!parsed.success) throw new ServiceError('InvalidParameterValue', z.prettifyError(parsed.error));
    const { Namespace, MetricData } = parsed.data;
    iam.authorize(request.principal, 'cloudwatch:PutMetricData', '*', { 'cloudwatch:namespace': [Namespace] });
    meter.count(userOf(request.principal), 'metricRequests');
    for (const { MetricName, Value, Values, Dimensions } of MetricData) {
      const where = Dimensions.map(({ Name, Value: value }) => `${Name}=${value}`).join(',');
      const key = `${Namespace}/${MetricName}{${where}}`;
      const metric = metrics.get(key) ?? { last: 0, sum: 0, samples: 0 };
      for (const value of Values ?? [Value ?? 0]) {
        metric.last = value;
        metric.sum += value;
        metric.samples += 1;
      }
      metrics.set(key, metric);
    }
    return json({}, 'application/x-amz-json-1.0');
  };
}
