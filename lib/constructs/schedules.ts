import { Aws } from 'aws-cdk-lib';
import { type PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnSchedule, CfnScheduleGroup } from 'aws-cdk-lib/aws-scheduler';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { Stage } from '../config.ts';
import { allow } from '../functions/access.ts';
import type { Job } from '../jobs.ts';
import { periodicWork } from '../periodic-work.ts';
import type { JourneyFunction } from './journey-function.ts';
import { pin } from './pin.ts';

/** A role by which Scheduler may call one function, and put away what it could not deliver. */
export function schedulerRole(scope: Construct, logicalId: string, target: JourneyFunction, deadLetters: IQueue): Role {
  const role = pin(
    new Role(scope, logicalId, {
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
      }),
    }),
    logicalId,
  );
  const access: readonly PolicyStatement[] = [
    allow('CallTarget', ['lambda:InvokeFunction'], [target.fn.functionArn]),
    allow('KeepUndelivered', ['sqs:SendMessage'], [deadLetters.queueArn]),
  ];
  for (const statement of access) role.addToPolicy(statement);
  return role;
}

/** The group in which `dispatch` keeps one schedule per journey. */
export function journeyScheduleGroup(scope: Construct, prefix: string): CfnScheduleGroup {
  const group = new CfnScheduleGroup(scope, 'JourneySchedules', { name: `${prefix}-journeys` });
  group.overrideLogicalId('JourneySchedules');
  return group;
}

/** Makes the schedules of the list in `lib/periodic-work.ts`. */
export function periodicSchedules(
  scope: Construct,
  stage: Stage,
  functions: Readonly<Partial<Record<Job, JourneyFunction>>>,
  deadLetters: IQueue,
): void {
  for (const { id, job, rate, input } of periodicWork(stage)) {
    const target = functions[job];
    if (target === undefined) throw new Error(`Periodic work: got job "${job}", expected one with a function`);
    const schedule = new CfnSchedule(scope, id, {
      scheduleExpression: rate,
      scheduleExpressionTimezone: 'UTC',
      flexibleTimeWindow: { mode: 'OFF' },
      target: {
        arn: target.fn.functionArn,
        roleArn: schedulerRole(scope, `${id}Role`, target, deadLetters).roleArn,
        input: JSON.stringify(input),
        deadLetterConfig: { arn: deadLetters.queueArn },
        retryPolicy: { maximumEventAgeInSeconds: 3600, maximumRetryAttempts: 10 },
      },
    });
    schedule.overrideLogicalId(id);
  }
}
