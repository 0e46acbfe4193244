import { Duration } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Bucket, CfnBucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { retainedBucket } from './retained-bucket.ts';

/** As long as the log of what was made of them. What they said is kept for good in the registers. */
const EARLIER_VERSIONS = Duration.days(400);

/**
 * Where other systems put their exports, and which tells the default bus of each. Competence of staff is among them, so they are
 * under the key of identities.
 */
export function mirrorsBucket(scope: Construct, props: { readonly key: IKey; readonly accessLogs: Bucket }): Bucket {
  const bucket = retainedBucket(scope, 'Mirrors', {
    ...props,
    lifecycleRules: [{ noncurrentVersionExpiration: EARLIER_VERSIONS }],
  });
  // The property `eventBridgeEnabled` would do the same by a function of its own.
  (bucket.node.defaultChild as CfnBucket).notificationConfiguration = {
    eventBridgeConfiguration: { eventBridgeEnabled: true },
  };
  return bucket;
}
