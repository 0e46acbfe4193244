import { COURSE_PHASES, type CoursePhase } from '../../lambdas/domain/vocabulary.ts';
import { type AslMachine, type AslStates, type AslTask, expression, literal, mergeStates } from '../asl.ts';
import { RETRY_INVOKE, RETRY_START } from '../retries.ts';
import { CANCELLED, NOT_UNDERSTOOD, notUnderstood, SUPERSEDED, tell, tellOutcome } from './phase-ends.ts';

export const WHERE_IT_STANDS = 'Where does this journey stand?';
const NEXT_PHASE = 'Which phase is next?';
const GOES_ON = 'Does this run go on?';

/** Ends of a run, and the words `where-it-stands` gives for them. */
const ENDS = { FollowUp: 'In follow-up', Closed: 'Closed' } as const;

export interface CourseProps {
  readonly whereItStandsArn: string;
  /** Unqualified ARNs: a running phase keeps its definition, the next start takes the newest. */
  readonly phaseArns: Readonly<Record<CoursePhase, string>>;
}

/**
 * The hub: asks the log where the journey stands, runs that phase, asks again. It knows no order of phases, so a
 * repeated collection or a run started over needs nothing drawn here.
 */
export function courseDefinition({ whereItStandsArn, phaseArns }: CourseProps): AslMachine {
  const stands = (word: string) => expression(`$states.input.stands = ${literal(word)}`);
  return {
    Comment: 'PatientJourney',
    QueryLanguage: 'JSONata',
    StartAt: WHERE_IT_STANDS,
    States: mergeStates(
      { [WHERE_IT_STANDS]: ask(whereItStandsArn) },
      {
        [NEXT_PHASE]: {
          Type: 'Choice',
          Choices: [
            ...COURSE_PHASES.map((phase) => ({ Condition: stands(phase), Next: phase })),
            ...Object.entries(ENDS).map(([word, name]) => ({ Condition: stands(word), Next: name })),
            { Condition: stands('Superseded'), Next: SUPERSEDED },
          ],
          Default: NOT_UNDERSTOOD,
        },
      },
      ...COURSE_PHASES.map((phase): AslStates => ({ [phase]: run(phase, phaseArns[phase]) })),
      {
        [GOES_ON]: {
          Type: 'Choice',
          Choices: [
            { Condition: expression('$states.input.outcome = "cancelled"'), Next: CANCELLED },
            { Condition: expression('$states.input.outcome = "superseded"'), Next: SUPERSEDED },
          ],
          Default: WHERE_IT_STANDS,
        },
      },
      tell(
        ENDS.FollowUp,
        { schemaVersion: 1, outcome: 'follow-up' },
        'Each follow-up visit is a short run of its own, started when due.',
      ),
      tell(ENDS.Closed, { schemaVersion: 1, outcome: 'closed' }),
      tellOutcome('cancelled'),
      tellOutcome('superseded'),
      notUnderstood,
    ),
  };
}

const ask = (whereItStandsArn: string): AslTask => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke',
  Arguments: {
    FunctionName: whereItStandsArn,
    Payload: {
      schemaVersion: 1,
      journeyId: expression('$states.context.Execution.Input.journeyId'),
      run: expression('$states.context.Execution.Input.run'),
    },
  },
  Retry: RETRY_INVOKE,
  Output: expression('$states.result.Payload'),
  Next: NEXT_PHASE,
});

const run = (phase: CoursePhase, arn: string): AslTask => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::states:startExecution.sync:2',
  Arguments: {
    StateMachineArn: arn,
    Name: expression(
      `$states.context.Execution.Input.journeyId & "-${phase}-" & $string($states.input.round) & "-" & $string($states.context.Execution.Input.run)`,
    ),
    Input: {
      schemaVersion: 1,
      journeyId: expression('$states.context.Execution.Input.journeyId'),
      run: expression('$states.context.Execution.Input.run'),
      round: expression('$states.input.round'),
      // Links the phase to this run in the console.
      AWS_STEP_FUNCTIONS_STARTED_BY_EXECUTION_ID: expression('$states.context.Execution.Id'),
    },
  },
  Retry: RETRY_START,
  Output: expression('$states.result.Output'),
  Next: GOES_ON,
});
