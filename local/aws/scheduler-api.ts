import * as z from 'zod';
import type { Model } from '../template/model.ts';
import { type AwsRequest, json, parseBody, type Service } from './exchange.ts';
import type { Iam } from './iam.ts';
import { type ScheduleInput, type Scheduler, scheduleInput } from './scheduler.ts';
import { ServiceError, validationError } from './service-error.ts';

/** CreateSchedule, UpdateSchedule, GetSchedule and DeleteSchedule. */
export function schedulerService(model: Model, iam: Iam, scheduler: Scheduler): Service {
  const arnOf = (group: string, name: string): string =>
    `arn:aws:scheduler:${model.region}:${model.account}:schedule/${group}/${name}`;
  const read = (request: AwsRequest, name: string): ScheduleInput => {
    const parsed = scheduleInput.safeParse({ ...parseBody(request), Name: name });
    if (!parsed.success) throw validationError(z.prettifyError(parsed.error));
    return parsed.data;
  };
  const authorizeWrite = (request: AwsRequest, action: string, input: ScheduleInput): void => {
    iam.authorize(request.principal, action, arnOf(input.GroupName, input.Name));
    iam.authorize(request.principal, 'iam:PassRole', input.Target.RoleArn, {
      'iam:PassedToService': ['scheduler.amazonaws.com'],
    });
  };

  return (request) => {
    const name = decodeURIComponent(/^\/schedules\/([^/]+)$/.exec(request.path)?.[1] ?? '');
    const group = request.query.get('groupName') ?? 'default';
    switch (name === '' ? '' : request.method) {
      case 'POST': {
        const input = read(request, name);
        authorizeWrite(request, 'scheduler:CreateSchedule', input);
        scheduler.create(input);
        return json({ ScheduleArn: arnOf(input.GroupName, name) }, 'application/json');
      }
      case 'PUT': {
        const input = read(request, name);
        authorizeWrite(request, 'scheduler:UpdateSchedule', input);
        scheduler.update(input);
        return json({ ScheduleArn: arnOf(input.GroupName, name) }, 'application/json');
      }
      case 'GET': {
        iam.authorize(request.principal, 'scheduler:GetSchedule', arnOf(group, name));
        const { createdMs, ...schedule } = scheduler.get(group, name);
        return json({ ...schedule, Arn: arnOf(group, name), CreationDate: createdMs / 1000 }, 'application/json');
      }
      case 'DELETE':
        iam.authorize(request.principal, 'scheduler:DeleteSchedule', arnOf(group, name));
        scheduler.delete(group, name);
        return json({}, 'application/json');
      default:
        throw new ServiceError(
          'UnknownOperationException',
          `Scheduler ${request.method} ${request.path} is not part of the embedded stack`,
          404,
        );
    }
  };
}
