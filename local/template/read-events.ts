import { Fields } from './fields.ts';
import type { Model, RuleModel, ScheduleModel } from './model.ts';
import { readTarget } from './read-targets.ts';
import type { Resolver } from './resolver.ts';

const lastPart = (nameOrArn: string): string => nameOrArn.slice(nameOrArn.lastIndexOf('/') + 1);

export function readBuses(resolver: Resolver): Model['buses'] {
  const { region, account } = resolver.set.place;
  const own = resolver.set.ofType('AWS::Events::EventBus').map((resource) => {
    const { name, attribute } = resolver.physical(resource);
    return { name, arn: attribute('Arn') ?? '' };
  });
  return [{ name: 'default', arn: `arn:aws:events:${region}:${account}:event-bus/default` }, ...own];
}

export function readRules(resolver: Resolver): RuleModel[] {
  return resolver.set.ofType('AWS::Events::Rule').map((resource) => {
    const fields = Fields.of(resource, resolver.properties(resource)).only(
      'Description',
      'EventBusName',
      'EventPattern',
      'Name',
      'RoleArn',
      'ScheduleExpression',
      'State',
      'Tags',
      'Targets',
    );
    const scheduleExpression = fields.optionalText('ScheduleExpression');
    return {
      logicalId: resource.logicalId,
      arn: resolver.physical(resource).attribute('Arn') ?? '',
      busName: lastPart(fields.optionalText('EventBusName') ?? 'default'),
      ...(fields.has('EventPattern') ? { pattern: fields.json('EventPattern') } : {}),
      ...(scheduleExpression === undefined ? {} : { scheduleExpression }),
      targets: fields.items('Targets').map(readTarget),
      enabled: fields.optionalText('State') !== 'DISABLED',
    };
  });
}

export function readScheduleGroups(resolver: Resolver): string[] {
  return [
    'default',
    ...resolver.set.ofType('AWS::Scheduler::ScheduleGroup').map((group) => resolver.physical(group).name),
  ];
}

export function readSchedules(resolver: Resolver): ScheduleModel[] {
  return resolver.set.ofType('AWS::Scheduler::Schedule').map((resource) => {
    const fields = Fields.of(resource, resolver.properties(resource)).only(
      'Description',
      'FlexibleTimeWindow',
      'GroupName',
      'KmsKeyArn',
      'Name',
      'ScheduleExpression',
      'ScheduleExpressionTimezone',
      'State',
      'Target',
    );
    return {
      logicalId: resource.logicalId,
      name: resolver.physical(resource).name,
      group: fields.optionalText('GroupName') ?? 'default',
      expression: fields.text('ScheduleExpression'),
      timeZone: fields.optionalText('ScheduleExpressionTimezone') ?? 'UTC',
      target: readTarget(fields.inside('Target')),
      enabled: fields.optionalText('State') !== 'DISABLED',
    };
  });
}
