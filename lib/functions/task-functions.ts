import { Duration } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { proceduresJson } from '../config.ts';
import { JourneyFunction } from '../constructs/journey-function.ts';
import { appendJourneys, queryIndexes, readJourneys, readOnDuty } from './access.ts';
import { commonEnvironment, commonProps, type FunctionContext } from './shared.ts';

/** What the state machines call. They know the log, and how the site stands. */
export const taskFunctions = (scope: Construct, context: FunctionContext) => ({
  whereItStands: new JourneyFunction(scope, {
    ...commonProps(context),
    job: 'where-it-stands',
    description: 'Tells a run which phase the log says is next',
    environment: commonEnvironment(context),
    access: readJourneys(context.journeys),
    timeout: Duration.seconds(30),
  }),
  openStep: new JourneyFunction(scope, {
    ...commonProps(context),
    job: 'open-step',
    description: 'Opens a step for people, or answers at once what the log already decided',
    environment: {
      ...commonEnvironment(context),
      IDENTITIES_TABLE: context.identities.table.tableName,
      ...(context.config.procedures.length === 0 ? {} : { PROCEDURES: proceduresJson(context.config) }),
    },
    // Who is on site, at a site that asks for it on the day of treatment; and the journeys in flight that a change concerns.
    access: [
      ...appendJourneys(context.journeys),
      queryIndexes(context.journeys, ['worklist']),
      ...readOnDuty(context.identities),
    ],
    timeout: Duration.seconds(30),
  }),
});
