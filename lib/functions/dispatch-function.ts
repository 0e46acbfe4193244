import { ArnFormat, Duration, Stack } from 'aws-cdk-lib';
import type { EventBus } from 'aws-cdk-lib/aws-events';
import type { IRole } from 'aws-cdk-lib/aws-iam';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { type PhaseName, SIDE_PHASES } from '../../lambdas/domain/vocabulary.ts';
import { originationIdentities, tellingJson } from '../config.ts';
import { JourneyFunction } from '../constructs/journey-function.ts';
import { allow, appendJourneys, identities, keepAddresses, queryIndexes, readManyStaff, readStream } from './access.ts';
import { commonEnvironment, commonProps, type FunctionContext } from './shared.ts';

export interface DispatchTargets {
  readonly patientJourney: StateMachine;
  /** The machines whose steps wait for an answer; those beside the course are started here too. */
  readonly phases: Readonly<Record<PhaseName, StateMachine>>;
  readonly scheduleGroup: string;
  readonly scheduleRole: IRole;
  readonly journeyDue: JourneyFunction;
  readonly bus: EventBus;
  readonly mailConfigurationSet: string;
}

/** Does the effects that were committed with the events: mail, task answers, schedule, execution starts, outbound events. */
export function dispatchFunction(
  scope: Construct,
  context: FunctionContext,
  targets: DispatchTargets,
): JourneyFunction {
  const { config } = context;
  const stack = Stack.of(scope);
  const started = {
    PatientJourney: targets.patientJourney,
    ...Object.fromEntries(SIDE_PHASES.map((phase) => [phase, targets.phases[phase]])),
  };
  const ses = (resource: string, resourceName: string) => stack.formatArn({ service: 'ses', resource, resourceName });
  const schedules = stack.formatArn({
    service: 'scheduler',
    resource: 'schedule',
    resourceName: `${targets.scheduleGroup}/*`,
  });
  return new JourneyFunction(scope, {
    ...commonProps(context),
    job: 'dispatch',
    description: 'Does the effects that were committed with the events of a journey',
    environment: {
      ...commonEnvironment(context),
      IDENTITIES_TABLE: context.identities.table.tableName,
      PUBLIC_URL: config.publicUrl,
      MAIL_FROM: config.mailFrom,
      MAIL_CONFIGURATION_SET: targets.mailConfigurationSet,
      // Their names alone: the addresses of all, written out, would fill the environment.
      MACHINES: stack.toJsonString(
        Object.fromEntries(Object.entries(started).map(([name, machine]) => [name, machine.stateMachineName])),
      ),
      MACHINES_AT: stack.formatArn({
        service: 'states',
        resource: 'stateMachine',
        resourceName: '',
        arnFormat: ArnFormat.COLON_RESOURCE_NAME,
      }),
      SCHEDULE_GROUP: targets.scheduleGroup,
      SCHEDULE_ROLE_ARN: targets.scheduleRole.roleArn,
      JOURNEY_DUE_ARN: targets.journeyDue.fn.functionArn,
      SCHEDULE_DLQ_ARN: context.deadLetters.queueArn,
      BUS_NAME: targets.bus.eventBusName,
      TELLING: tellingJson(config),
      ...(config.alarmServer === undefined ? {} : { ALARM_SERVER: JSON.stringify(config.alarmServer) }),
    },
    access: [
      ...appendJourneys(context.journeys),
      queryIndexes(context.journeys, ['worklist']),
      ...readStream(context.journeys),
      ...identities(context.identities),
      readManyStaff(context.identities),
      keepAddresses(context.identities),
      allow(
        'StartRuns',
        ['states:StartExecution'],
        Object.values(started).map(({ stateMachineArn }) => stateMachineArn),
      ),
      allow(
        'AnswerSteps',
        ['states:SendTaskSuccess'],
        Object.values(targets.phases).map((phase) => phase.stateMachineArn),
      ),
      allow(
        'ScheduleJourneys',
        ['scheduler:CreateSchedule', 'scheduler:UpdateSchedule', 'scheduler:DeleteSchedule'],
        [schedules],
      ),
      allow('PassScheduleRole', ['iam:PassRole'], [targets.scheduleRole.roleArn], {
        StringEquals: { 'iam:PassedToService': 'scheduler.amazonaws.com' },
      }),
      allow(
        'SendMail',
        // SES checks the second as well where a mail brings calendar files.
        ['ses:SendEmail', 'ses:SendRawEmail'],
        [
          // SES checks whichever identity is verified: the address or its domain.
          ses('identity', config.mailFrom),
          ses('identity', config.mailFrom.slice(config.mailFrom.indexOf('@') + 1)),
          ses('configuration-set', targets.mailConfigurationSet),
        ],
      ),
      ...(config.alarmServer === undefined
        ? []
        : [allow('ReadAlarmServerSecret', ['secretsmanager:GetSecretValue'], [config.alarmServer.secretArn])]),
      ...allowPhones('SendTexts', 'sms-voice:SendTextMessage', originationIdentities(config, 'sms')),
      ...allowPhones('CallPhones', 'sms-voice:SendVoiceMessage', originationIdentities(config, 'voice')),
      allow('PutEvents', ['events:PutEvents'], [targets.bus.eventBusArn]),
      allow('KeepFailedRecords', ['s3:PutObject'], [context.failedRecords.arnForObjects('*')]),
      allow('FindFailedRecords', ['s3:ListBucket'], [context.failedRecords.bucketArn]),
      allow('EncryptFailedRecords', ['kms:GenerateDataKey'], [context.journeys.key.keyArn]),
    ],
    timeout: Duration.minutes(2),
  });
}

/** From the identities of the sites alone, and not at all where there are none. */
const allowPhones = (sid: string, action: string, identities: readonly string[]) =>
  identities.length === 0 ? [] : [allow(sid, [action], identities)];
