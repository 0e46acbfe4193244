import { Duration } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { proceduresJson } from '../config.ts';
import { JourneyFunction } from '../constructs/journey-function.ts';
import { appendJourneys, queryIndexes, readJourneys } from './access.ts';
import { commonEnvironment, commonProps, type FunctionContext } from './shared.ts';

/** What the state machines call. They know the log and nothing else. */
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
      ...(context.config.procedures.length === 0 ? {} : { PROCEDURES: proceduresJson(context.config) }),
    },
    // The journeys in flight that a change concerns.
    access: [...appendJourneys(context.journeys), queryIndexes(context.journeys, ['worklist'])],
    timeout: Duration.seconds(30),
  }),
});
