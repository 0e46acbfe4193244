import {
  DeleteScheduleCommand,
  GetScheduleCommand,
  type GetScheduleCommandOutput,
  ListSchedulesCommand,
} from '@aws-sdk/client-scheduler';
import { PREFIX } from './deploy.ts';
import { type Deployment, invoke } from './deployment.ts';

const GROUP = `${PREFIX}-journeys`;
const AT = /^at\((\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})\)$/;

export interface DueSchedule {
  readonly name: string;
  /** Epoch milliseconds at which it fires. */
  readonly atMs: number;
  readonly target: string;
  readonly input: string;
}

/** The schedules of journeys as they exist, earliest first. Strict: anything Scheduler would read otherwise is an error. */
export async function schedulesByTime({ clients }: Deployment): Promise<readonly DueSchedule[]> {
  // One page: the emulator knows no NextToken, and a scenario has one journey.
  const { Schedules = [] } = await clients.scheduler.send(
    new ListSchedulesCommand({ GroupName: GROUP, MaxResults: 100 }),
  );
  const found = await Promise.all(
    Schedules.map(({ Name }) => clients.scheduler.send(new GetScheduleCommand({ GroupName: GROUP, Name }))),
  );
  return found.map(read).sort((one, other) => one.atMs - other.atMs);
}

function read(schedule: GetScheduleCommandOutput): DueSchedule {
  const { Name = '', ScheduleExpression = '', Target } = schedule;
  const at = AT.exec(ScheduleExpression)?.[1];
  const settings = [schedule.ScheduleExpressionTimezone, schedule.State, schedule.ActionAfterCompletion].join(' ');
  if (
    at === undefined ||
    settings !== 'UTC ENABLED DELETE' ||
    Target?.Arn === undefined ||
    Target.Input === undefined
  ) {
    throw new Error(
      `Schedule ${Name}: got ${ScheduleExpression} ${settings}, expected at(…) UTC ENABLED DELETE with a target and an input`,
    );
  }
  return { name: Name, atMs: Date.parse(`${at}Z`), target: Target.Arn, input: Target.Input };
}

/**
 * Does what Scheduler does when a schedule is due: calls its target with its input, and deletes it. It is deleted first,
 * because Scheduler would not delete a schedule that was written again meanwhile, and from outside nobody can see both.
 * The target is called twice, because Scheduler delivers at least once.
 */
export async function fire(deployment: Deployment, { name, target, input }: DueSchedule): Promise<void> {
  await deployment.clients.scheduler.send(new DeleteScheduleCommand({ GroupName: GROUP, Name: name }));
  const functionName = target.slice(target.lastIndexOf(':') + 1);
  await Promise.all([invoke(deployment, functionName, input), invoke(deployment, functionName, input)]);
}
