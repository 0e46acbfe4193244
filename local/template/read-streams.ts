import { Fields } from './fields.ts';
import type { StreamMappingModel } from './model.ts';
import type { Resolver } from './resolver.ts';
import { TemplateError } from './template-error.ts';

/** Lambda's own default batch for DynamoDB streams. */
const DEFAULT_BATCH = 100;
/** A stream keeps its records for a day. */
const RETENTION_SECONDS = 86_400;

/**
 * Event source mappings of DynamoDB streams. Embedded there is one shard and no batching window: records are delivered
 * at once, so MaximumBatchingWindowInSeconds, ParallelizationFactor and StartingPosition change nothing.
 */
export function readStreamMappings(resolver: Resolver): StreamMappingModel[] {
  return resolver.set.ofType('AWS::Lambda::EventSourceMapping').map((resource) => {
    const fields = Fields.of(resource, resolver.properties(resource)).only(
      'BatchSize',
      'BisectBatchOnFunctionError',
      'DestinationConfig',
      'EventSourceArn',
      'FilterCriteria',
      'FunctionName',
      'FunctionResponseTypes',
      'KmsKeyArn',
      'MaximumBatchingWindowInSeconds',
      'MaximumRecordAgeInSeconds',
      'MaximumRetryAttempts',
      'MetricsConfig',
      'ParallelizationFactor',
      'StartingPosition',
      'Tags',
    );
    const streamArn = fields.text('EventSourceArn');
    if (!streamArn.includes(':dynamodb:')) {
      throw new TemplateError(`${resource.stack}/${resource.logicalId}: expected a DynamoDB stream, got ${streamArn}`);
    }
    const destination = fields.inside('DestinationConfig').inside('OnFailure').optionalText('Destination');
    if (destination !== undefined && !destination.startsWith('arn:aws:s3:::')) {
      throw new TemplateError(
        `${resource.stack}/${resource.logicalId}: OnFailure expected a bucket (it gets the whole record), got ${destination}`,
      );
    }
    return {
      logicalId: resource.logicalId,
      functionArn: fields.text('FunctionName'),
      streamArn,
      batchSize: fields.number('BatchSize', DEFAULT_BATCH),
      filters: fields
        .inside('FilterCriteria')
        .items('Filters')
        .map((filter) => filter.json('Pattern')),
      maximumRetryAttempts: fields.number('MaximumRetryAttempts', -1),
      maximumRecordAgeSeconds: recordAge(fields.number('MaximumRecordAgeInSeconds', -1)),
      bisect: fields.flag('BisectBatchOnFunctionError'),
      reportBatchItemFailures: fields.list('FunctionResponseTypes').includes('ReportBatchItemFailures'),
      ...(destination === undefined ? {} : { failureBucketArn: destination }),
    };
  });
}

const recordAge = (seconds: number): number => (seconds < 0 ? RETENTION_SECONDS : Math.min(seconds, RETENTION_SECONDS));
