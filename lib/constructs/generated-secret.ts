import { RemovalPolicy } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import { pin } from './pin.ts';

/** A secret that AWS makes up and nobody needs to know: letters and digits only, so that it is also valid base64. */
export const generatedSecret = (
  scope: Construct,
  logicalId: string,
  props: { readonly description: string; readonly length: number; readonly key: IKey },
): Secret =>
  pin(
    new Secret(scope, logicalId, {
      description: props.description,
      encryptionKey: props.key,
      removalPolicy: RemovalPolicy.RETAIN,
      generateSecretString: { passwordLength: props.length, excludePunctuation: true },
    }),
    logicalId,
  );
