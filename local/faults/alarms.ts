import { COUNTED, METRIC_NAMESPACE, METRICS } from '../../lib/metrics.ts';
import type { EmbeddedStack } from '../stack.ts';

/** What `sweep` counts that wakes somebody when it is not nought. */
const ALARMING = [METRICS.stuck, METRICS.undelivered, METRICS.sweepFailed, COUNTED.stepsLapsed];

/** What of a stack would have raised an alarm (`lib/operations/alarms.ts`) so far, as far as a stack in a process can tell. */
export function alarmsOf(
  stack: Pick<EmbeddedStack, 'metrics' | 'deadLetters' | 'objects' | 'model'>,
): readonly string[] {
  const counted = ALARMING.filter((name) => (stack.metrics().get(`${METRIC_NAMESPACE}/${name}{}`)?.sum ?? 0) > 0);
  const putAway = stack.model.streamMappings.flatMap(({ failureBucketArn }) =>
    stack.model.buckets.filter(({ arn, logicalId }) => arn === failureBucketArn && stack.objects(logicalId).length > 0),
  );
  return [
    ...counted,
    ...(putAway.length > 0 ? ['effects put away'] : []),
    ...(stack.deadLetters().length > 0 ? ['dead letters'] : []),
  ];
}
