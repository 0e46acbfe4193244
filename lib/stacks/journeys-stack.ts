import { Duration, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import { EventBus } from 'aws-cdk-lib/aws-events';
import type { CfnEventSourceMapping } from 'aws-cdk-lib/aws-lambda';
import type { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { ConfigurationSet } from 'aws-cdk-lib/aws-ses';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { apis } from '../apis.ts';
import type { Config } from '../config.ts';
import { effectsMapping } from '../constructs/effects-mapping.ts';
import type { JourneyApi } from '../constructs/journey-api.ts';
import type { JourneyFunction } from '../constructs/journey-function.ts';
import { keptLog } from '../constructs/kept-log.ts';
import { lostRunsRules } from '../constructs/lost-runs-rule.ts';
import { mailConfiguration } from '../constructs/mail-configuration.ts';
import { mirrorPutRule } from '../constructs/mirror-put-rule.ts';
import { outputs } from '../constructs/outputs.ts';
import { pin } from '../constructs/pin.ts';
import { returnedMailRule } from '../constructs/returned-mail-rule.ts';
import { journeyScheduleGroup, periodicSchedules, schedulerRole } from '../constructs/schedules.ts';
import { dispatchFunction } from '../functions/dispatch-function.ts';
import { httpFunctions } from '../functions/http-functions.ts';
import type { FunctionContext } from '../functions/shared.ts';
import { taskFunctions } from '../functions/task-functions.ts';
import { timerFunctions } from '../functions/timer-functions.ts';
import { type Machines, machines } from '../machines.ts';
import type { RecordsStack } from './records-stack.ts';

export interface JourneysStackProps extends StackProps {
  readonly config: Config;
  readonly records: RecordsStack;
  readonly bundled: boolean;
}

/** What moves journeys: machines, functions, APIs, schedules and the bus. Nothing in it holds a record. */
export class JourneysStack extends Stack {
  readonly machines: Machines;
  readonly machineLogs: LogGroup;
  readonly deadLetters: Queue;
  readonly dispatch: JourneyFunction;
  readonly signOff: JourneyFunction;
  readonly signWithPasskey: JourneyFunction;
  /** Where the deployment has an OpenID Connect provider. */
  readonly signWithOidc: JourneyFunction | undefined;
  readonly referral: JourneyFunction;
  readonly worklist: JourneyFunction;
  readonly functions: readonly JourneyFunction[];
  readonly effects: CfnEventSourceMapping;
  readonly apis: readonly JourneyApi[];
  readonly mail: ConfigurationSet;

  constructor(scope: Construct, id: string, props: JourneysStackProps) {
    super(scope, id, props);
    const { config, records } = props;
    this.deadLetters = deadLetterQueue(this);
    const context: FunctionContext = {
      config,
      bundled: props.bundled,
      journeys: { table: records.journeys, key: records.recordsKey },
      identities: { table: records.identities, key: records.identitiesKey },
      referralKey: records.referralKey,
      identityKey: records.identityKey,
      pinKey: records.pinKey,
      webhookSecret: records.webhookSecret,
      oidcSecret: records.oidcSecret,
      failedRecords: records.failedRecords,
      attachments: { bucket: records.attachments, key: records.identitiesKey },
      mirrors: { bucket: records.mirrors, key: records.identitiesKey },
      deadLetters: this.deadLetters,
      operationsKey: records.operationsKey,
    };

    const tasks = taskFunctions(this, context);
    // Under this prefix the service needs no line of its own in the account's one log resource policy.
    const machineLogName = `/aws/vendedlogs/states/${config.prefix}-journeys`;
    this.machineLogs = keptLog(this, 'MachineLogs', records.operationsKey, machineLogName);
    this.machines = machines(this, { ...tasks, logGroup: this.machineLogs });

    const timers = timerFunctions(this, context);
    periodicSchedules(this, config.stage, { sweep: timers.sweep }, this.deadLetters);
    lostRunsRules(this, {
      machines: this.machines.all,
      journeyDue: timers.journeyDue,
      deadLetters: this.deadLetters,
    });

    mirrorPutRule(this, { bucket: records.mirrors, takeMirror: timers.takeMirror, deadLetters: this.deadLetters });
    this.mail = mailConfiguration(this, config.prefix);
    returnedMailRule(this, { mail: this.mail, mailBounced: timers.mailBounced, deadLetters: this.deadLetters });
    this.dispatch = dispatchFunction(this, context, {
      patientJourney: this.machines.patientJourney,
      phases: this.machines.phases,
      scheduleGroup: journeyScheduleGroup(this, config.prefix).ref,
      scheduleRole: schedulerRole(this, 'JourneyScheduleRole', timers.journeyDue, this.deadLetters),
      journeyDue: timers.journeyDue,
      bus: pin(
        new EventBus(this, 'JourneyEvents', { eventBusName: `${config.prefix}-journey-events` }),
        'JourneyEvents',
      ),
      mailConfigurationSet: this.mail.configurationSetName,
    });
    this.effects = effectsMapping(this, {
      table: records.journeys,
      dispatch: this.dispatch,
      failedRecords: records.failedRecords,
    });
    const doors = httpFunctions(this, context);
    this.signOff = doors.signOff;
    this.signWithPasskey = doors.signWithPasskey;
    this.referral = doors.referral;
    this.worklist = doors.worklist;
    const { people, integration } = apis(this, { config, logsKey: records.operationsKey, ...doors });
    this.apis = [people, integration];
    this.signWithOidc = doors.signWithOidc;
    this.functions = [
      ...Object.values(tasks),
      ...Object.values(timers),
      ...Object.values(doors).filter((door) => door !== undefined),
      this.dispatch,
    ];
    outputs(this, {
      PeopleApiUrl: people.api.url,
      IntegrationApiUrl: integration.api.url,
      PatientJourneyArn: this.machines.patientJourney.stateMachineArn,
      SweepFunction: timers.sweep.fn.functionName,
      JourneyDueFunction: timers.journeyDue.fn.functionName,
      ...dnsTarget('People', people),
      ...dnsTarget('Integration', integration),
    });
  }
}

/** Where the DNS record of an API's own domain must point; nothing without one. */
const dnsTarget = (name: string, { dnsTarget: target }: JourneyApi): Readonly<Record<string, string>> =>
  target === undefined
    ? {}
    : { [`${name}DomainTarget`]: target.name, [`${name}DomainHostedZoneId`]: target.hostedZoneId };

/** One queue for everything no function could handle; the alarm on it leads to the runbook. */
const deadLetterQueue = (scope: Construct): Queue =>
  pin(
    new Queue(scope, 'DeadLetters', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
      removalPolicy: RemovalPolicy.RETAIN,
    }),
    'DeadLetters',
  );
