import {
  CreateScheduleCommand,
  DeleteScheduleCommand,
  type SchedulerClient,
  UpdateScheduleCommand,
  type UpdateScheduleCommandInput,
} from '@aws-sdk/client-scheduler';
import { hashOf } from '../domain/audit/hash.ts';
import { type Instant, millisecondsBetween, plusMilliseconds } from '../domain/time.ts';
import { asFault, isNamed } from './aws-errors.ts';

export interface SchedulerOptions {
  readonly client: SchedulerClient;
  readonly group: string;
  /** Function that is called when a journey is due, and the role that may call it. */
  readonly targetArn: string;
  readonly roleArn: string;
  readonly deadLetterArn: string;
  now(): Instant;
}

export interface JourneyScheduler {
  /** Writes the one schedule of a journey, or deletes it when nothing is due. Repeating it is harmless. */
  setNextDue(journeyId: string, at: Instant | undefined): Promise<void>;
  /** Has an effect that waits delivered once more at an instant. Repeating it is harmless. */
  deliverAt(owner: string, effect: string, at: Instant): Promise<void>;
}

/** The service refuses an instant that has passed, and fires by the minute: what is due sooner is due in a minute. */
const SOONEST_MS = 60_000;

export const journeyScheduler = ({ client, group, ...options }: SchedulerOptions): JourneyScheduler => {
  const scheduleOf = (
    name: string,
    at: Instant,
    input: Readonly<Record<string, string>>,
  ): UpdateScheduleCommandInput => ({
    Name: name,
    GroupName: group,
    ScheduleExpression: `at(${expressionTime(at, options.now())})`,
    ScheduleExpressionTimezone: 'UTC',
    FlexibleTimeWindow: { Mode: 'OFF' },
    ActionAfterCompletion: 'DELETE',
    Target: {
      Arn: options.targetArn,
      RoleArn: options.roleArn,
      Input: JSON.stringify({ schemaVersion: 1, ...input }),
      DeadLetterConfig: { Arn: options.deadLetterArn },
      // What is still not delivered after a day is found by the sweep.
      RetryPolicy: { MaximumRetryAttempts: 185, MaximumEventAgeInSeconds: 86_400 },
    },
  });

  return {
    async setNextDue(journeyId, at) {
      try {
        if (at === undefined) {
          await client.send(new DeleteScheduleCommand({ Name: journeyId, GroupName: group }));
          return;
        }
        await put(client, scheduleOf(journeyId, at, { journeyId }));
      } catch (error) {
        if (at === undefined && isNamed(error, 'ResourceNotFoundException')) return;
        throw asFault(`Schedule of journey ${journeyId}`, error);
      }
    },

    async deliverAt(owner, effect, at) {
      try {
        await client.send(new CreateScheduleCommand(scheduleOf(nameOf(owner, effect), at, { owner, effect })));
      } catch (error) {
        if (isNamed(error, 'ConflictException')) return;
        throw asFault('Schedule of a mail that waits', error);
      }
    },
  };
};

/** Names of schedules take neither every user id nor its length. */
const nameOf = (owner: string, effect: string): string => `held-${hashOf({ owner, effect }).slice(0, 40)}`;

/** Updated first: nearly every journey that is scheduled anew has a schedule already. */
async function put(client: SchedulerClient, schedule: UpdateScheduleCommandInput): Promise<void> {
  if (await isUpdated(client, schedule)) return;
  try {
    await client.send(new CreateScheduleCommand(schedule));
  } catch (error) {
    // Another effect of the same journey made it between the two requests, perhaps for an older due instant.
    if (!isNamed(error, 'ConflictException')) throw error;
    await client.send(new UpdateScheduleCommand(schedule));
  }
}

async function isUpdated(client: SchedulerClient, schedule: UpdateScheduleCommandInput): Promise<boolean> {
  try {
    await client.send(new UpdateScheduleCommand(schedule));
    return true;
  } catch (error) {
    // None yet, or it fired and was deleted.
    if (!isNamed(error, 'ResourceNotFoundException')) throw error;
    return false;
  }
}

/** `YYYY-MM-DDThh:mm:ss` in UTC, rounded up to the full second, so that nothing fires before it is due. */
function expressionTime(at: Instant, now: Instant): string {
  const soonest = plusMilliseconds(now, SOONEST_MS);
  const due = millisecondsBetween(soonest, at) > 0 ? at : soonest;
  const up = due.endsWith('.000Z') ? due : plusMilliseconds(due, 999);
  return up.slice(0, 'YYYY-MM-DDThh:mm:ss'.length);
}
