import { Duration } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { provesAddresses } from '../config.ts';
import { JourneyFunction } from '../constructs/journey-function.ts';
import { METRIC_NAMESPACE } from '../metrics.ts';
import {
  allow,
  appendJourneys,
  findTold,
  keepAddresses,
  keepCompetence,
  queryIndexes,
  readMirrors,
  readStaff,
  useIdentitiesKey,
} from './access.ts';
import { commonEnvironment, commonProps, type FunctionContext, mirrorsJson, sitesJson } from './shared.ts';

/** What time and other services call: the schedule of a journey, the end of an execution, the daily sweep, a mail given back, an export of another system. */
export const timerFunctions = (scope: Construct, context: FunctionContext) => ({
  journeyDue: new JourneyFunction(scope, {
    ...commonProps(context),
    job: 'journey-due',
    description: 'Does what is due in one journey, or replaces a run that ended without its consent',
    environment: commonEnvironment(context),
    access: appendJourneys(context.journeys),
    timeout: Duration.minutes(1),
    deadLetters: context.deadLetters,
  }),
  mailBounced: new JourneyFunction(scope, {
    ...commonProps(context),
    job: 'mail-bounced',
    description: 'Records that a mail did not reach its reader, and has the next one told',
    environment: { ...commonEnvironment(context), IDENTITIES_TABLE: context.identities.table.tableName },
    access: [
      ...appendJourneys(context.journeys),
      keepAddresses(context.identities),
      useIdentitiesKey(context.identities),
    ],
    timeout: Duration.minutes(1),
    deadLetters: context.deadLetters,
  }),
  sweep: new JourneyFunction(scope, {
    ...commonProps(context),
    job: 'sweep',
    description: 'Proves daily that every open journey is waiting for something, and repeats what is still pending',
    environment: {
      ...commonEnvironment(context),
      METRIC_NAMESPACE,
      IDENTITIES_TABLE: context.identities.table.tableName,
      PROVE_ADDRESSES: provesAddresses(context.config) ? 'monthly' : 'off',
      MIRRORS: mirrorsJson(context),
      SITES: sitesJson(context),
    },
    access: [
      ...appendJourneys(context.journeys),
      queryIndexes(context.journeys, ['worklist', 'pending']),
      findTold(context.journeys),
      ...readStaff(context.identities),
      // PutMetricData knows no resources; its condition is the narrowest there is.
      allow('PutOwnMetrics', ['cloudwatch:PutMetricData'], ['*'], {
        StringEquals: { 'cloudwatch:namespace': METRIC_NAMESPACE },
      }),
    ],
    timeout: Duration.minutes(15),
    deadLetters: context.deadLetters,
    // Two sweeps at once would start a stuck journey twice and count everything twice.
    reservedConcurrency: 1,
  }),
  takeMirror: new JourneyFunction(scope, {
    ...commonProps(context),
    job: 'take-mirror',
    description: 'Takes what another system, the master of a register, exported: all of it or nothing',
    environment: {
      ...commonEnvironment(context),
      IDENTITIES_TABLE: context.identities.table.tableName,
      MIRRORS_BUCKET: context.mirrors.bucket.bucketName,
      MIRRORS: mirrorsJson(context),
      SITES: sitesJson(context),
    },
    access: [
      ...appendJourneys(context.journeys),
      ...readStaff(context.identities),
      keepCompetence(context.identities),
      ...readMirrors(context.mirrors),
    ],
    timeout: Duration.minutes(5),
    deadLetters: context.deadLetters,
    // Two at once would write the same item of a site, and one of them try again for nothing.
    reservedConcurrency: 1,
  }),
});
