import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import { CfnEventSourceMapping } from 'aws-cdk-lib/aws-lambda';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import type { JourneyFunction } from './journey-function.ts';

/** A day: the sweep then finds what is still pending, so a poison record holds up its shard no longer. */
const MAX_AGE_SECONDS = 24 * 60 * 60;

/**
 * Feeds new effects to `dispatch`. A record that ends the function is split off, tried again and then kept whole in the bucket
 * (a queue would keep only where it was), while the others go on. One that the function reports is not split off: Lambda
 * repeats it with all behind it, and gives those up with it, so `dispatch` tries them all each time. What is given up was tried
 * and stays pending in the table; an alarm tells of it, and the next requeue does it.
 */
export function effectsMapping(
  scope: Construct,
  props: { readonly table: Table; readonly dispatch: JourneyFunction; readonly failedRecords: Bucket },
): CfnEventSourceMapping {
  if (props.table.tableStreamArn === undefined)
    throw new Error('Effects: expected a table with a stream, got one without');
  const mapping = new CfnEventSourceMapping(scope, 'EffectsMapping', {
    functionName: props.dispatch.fn.functionName,
    eventSourceArn: props.table.tableStreamArn,
    startingPosition: 'TRIM_HORIZON',
    batchSize: 25,
    parallelizationFactor: 1,
    bisectBatchOnFunctionError: true,
    functionResponseTypes: ['ReportBatchItemFailures'],
    maximumRetryAttempts: 10,
    maximumRecordAgeInSeconds: MAX_AGE_SECONDS,
    filterCriteria: {
      filters: [
        { pattern: JSON.stringify({ eventName: ['INSERT'], dynamodb: { NewImage: { entity: { S: ['EFFECT'] } } } }) },
      ],
    },
    // Without these counts nobody hears of a record that was put away.
    metricsConfig: { metrics: ['EventCount'] },
    destinationConfig: { onFailure: { destination: props.failedRecords.bucketArn } },
  });
  // Lambda tries the role when the mapping is made, so its policy must be there.
  if (props.dispatch.fn.role !== undefined) mapping.node.addDependency(props.dispatch.fn.role);
  mapping.overrideLogicalId('EffectsMapping');
  return mapping;
}
