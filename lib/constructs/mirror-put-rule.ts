import { Duration } from 'aws-cdk-lib';
import { EventField, Rule, RuleTargetInput } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { MIRRORS_FROM } from '../../lambdas/domain/registers/mirrors.ts';
import type { JourneyFunction } from './journey-function.ts';
import { pin } from './pin.ts';

/** Tells `take-mirror` of every export that another system put into the bucket of mirrors: where, and when. */
export const mirrorPutRule = (
  scope: Construct,
  props: { readonly bucket: Bucket; readonly takeMirror: JourneyFunction; readonly deadLetters: IQueue },
): Rule =>
  pin(
    new Rule(scope, 'MirrorPut', {
      description: 'Exports of other systems that are masters of registers',
      eventPattern: {
        source: ['aws.s3'],
        detailType: ['Object Created'],
        detail: { bucket: { name: [props.bucket.bucketName] }, object: { key: [{ prefix: MIRRORS_FROM }] } },
      },
      targets: [
        new LambdaFunction(props.takeMirror.fn, {
          event: RuleTargetInput.fromObject({
            schemaVersion: 1,
            key: EventField.fromPath('$.detail.object.key'),
            at: EventField.time,
          }),
          deadLetterQueue: props.deadLetters,
          maxEventAge: Duration.hours(24),
          retryAttempts: 185,
        }),
      ],
    }),
    'MirrorPut',
  );
