import type { Duration } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import {
  Architecture,
  type CfnFunction,
  Code,
  Function as LambdaFunction,
  Runtime,
  Tracing,
} from 'aws-cdk-lib/aws-lambda';
import type { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { functionCode } from '../bundles/function-code.ts';
import { entryOf, type Job, logicalIdOf } from '../jobs.ts';
import { keptLog } from './kept-log.ts';
import { pin } from './pin.ts';

export interface JourneyFunctionProps {
  readonly job: Job;
  readonly description: string;
  readonly environment: Readonly<Record<string, string>>;
  /** Everything the function may do beside writing its own log. Written by hand: no grant that brings more along. */
  readonly access: readonly PolicyStatement[];
  readonly timeout: Duration;
  /** 512 unless given. */
  readonly memoryMb?: number;
  readonly logsKey: IKey;
  /** False: placeholder code, for tests and the embedded stack, which run the entry file named in the metadata. */
  readonly bundled: boolean;
  /** Where events go that an asynchronous invocation could not handle. */
  readonly deadLetters?: IQueue;
  readonly reservedConcurrency?: number;
}

/** A function of this application: its role, its log group and its code, all named after its job. */
export class JourneyFunction extends Construct {
  readonly fn: LambdaFunction;
  readonly logGroup: LogGroup;

  constructor(scope: Construct, props: JourneyFunctionProps) {
    const id = logicalIdOf(props.job);
    super(scope, id);
    const logGroup = pin(keptLog(this, 'Logs', props.logsKey), `${id}Logs`);
    this.logGroup = logGroup;
    const role = pin(new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') }), `${id}Role`);
    role.addToPolicy(
      new PolicyStatement({
        sid: 'WriteOwnLog',
        actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        resources: [logGroup.logGroupArn],
      }),
    );
    for (const statement of props.access) role.addToPolicy(statement);
    this.fn = pin(
      new LambdaFunction(this, 'Function', {
        description: props.description,
        runtime: Runtime.NODEJS_24_X,
        architecture: Architecture.ARM_64,
        handler: 'index.handler',
        code: props.bundled
          ? functionCode(props.job)
          : Code.fromInline('exports.handler = async () => { throw new Error("Synthesised without bundling") };'),
        memorySize: props.memoryMb ?? 512,
        timeout: props.timeout,
        role,
        logGroup,
        environment: { ...props.environment },
        // A trace would keep the URL of a request, and the link in it is a bearer token.
        tracing: Tracing.DISABLED,
        ...(props.deadLetters === undefined ? {} : { deadLetterQueue: props.deadLetters }),
        ...(props.reservedConcurrency === undefined ? {} : { reservedConcurrentExecutions: props.reservedConcurrency }),
      }),
      id,
    );
    (this.fn.node.defaultChild as CfnFunction).addMetadata('atmp:entry', entryOf(props.job));
  }
}
