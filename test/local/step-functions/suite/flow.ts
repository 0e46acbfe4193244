import { machine, type SuiteCase, TOO_LARGE, thousands, waits } from './case.ts';

/** Waits beside others: which branch is given its token first is free, so the token says which it is. */
const waitsAs = (number: number): object =>
  waits({ Arguments: { FunctionName: 'f', Payload: { token: '{% $states.context.Task.Token %}', number } } });

const route = (Condition: string, more: object = {}): SuiteCase['machines'] => ({
  M: machine('Which?', {
    'Which?': { Type: 'Choice', Choices: [{ Condition, Next: 'Yes' }], ...more },
    Yes: { Type: 'Pass', Output: { outcome: 'yes' }, Next: 'Told' },
    ...('Default' in more && {
      'Not understood': { Type: 'Fail', Error: 'NotUnderstood', Cause: 'Got an answer without a route.' },
    }),
    Told: { Type: 'Pass', End: true },
  }),
});
const decided = '{% $states.input.outcome = "decided" and $states.input.decision = "go" %}';
const both = (one: object, other: object): SuiteCase['machines'] => ({
  M: machine('Both', {
    Both: { Type: 'Parallel', Branches: [machine('One', { One: one }), machine('Two', { Two: other })], Next: 'Told' },
    Told: { Type: 'Pass', End: true },
  }),
});
const pass = (Output: unknown): SuiteCase['machines'] => ({
  M: machine('A', { A: { Type: 'Pass', Output, End: true } }),
});

/** Choice, Pass, Parallel, Fail, and the expressions in them. */
export const FLOW: readonly SuiteCase[] = [
  {
    name: 'a rule that is true leads on; a Pass with an Output gives it, one without hands on its input',
    of: 'Choice',
    kind: 'success',
    machines: route(decided, { Default: 'Not understood' }),
    input: { outcome: 'decided', decision: 'go' },
    ends: { status: 'SUCCEEDED', output: { outcome: 'yes' } },
  },
  {
    name: 'without a true rule and without Default',
    of: 'Choice',
    kind: 'failure',
    machines: route('{% false %}'),
    ends: { status: 'FAILED', error: 'States.NoChoiceMatched' },
  },
  {
    name: 'a condition that is no boolean',
    of: 'Choice',
    kind: 'failure',
    machines: route('{% $states.input.decision %}'),
    input: { decision: 'go' },
    ends: { status: 'FAILED', error: 'States.QueryEvaluationError' },
  },
  {
    name: 'with its error and cause',
    of: 'Fail',
    kind: 'success',
    machines: route(decided, { Default: 'Not understood' }),
    input: { outcome: 'decided', decision: 'perhaps' },
    ends: { status: 'FAILED', error: 'NotUnderstood', cause: 'Got an answer without a route.' },
  },
  {
    name: 'a cause that cannot be evaluated is the error instead',
    of: 'Fail',
    kind: 'failure',
    machines: { M: machine('F', { F: { Type: 'Fail', Error: 'Odd', Cause: '{% $states.input.missing %}' } }) },
    ends: { status: 'FAILED', error: 'States.QueryEvaluationError' },
  },
  {
    name: 'an output with expressions in it',
    of: 'Pass',
    kind: 'success',
    machines: pass({ schemaVersion: 1, round: '{% $states.input.round %}' }),
    input: { round: 3 },
    ends: { status: 'SUCCEEDED', output: { schemaVersion: 1, round: 3 } },
  },
  {
    name: 'an output of nothing',
    of: 'Pass',
    kind: 'failure',
    machines: pass('{% $states.input.missing %}'),
    ends: { status: 'FAILED', error: 'States.QueryEvaluationError' },
  },
  {
    name: 'an output over 256 KiB',
    of: 'Pass',
    kind: 'limit',
    machines: pass(`{% ${thousands(300)} %}`),
    ends: { status: 'FAILED', error: 'States.DataLimitExceeded' },
  },
  {
    name: 'an input of just 256 KiB is taken',
    of: 'Pass',
    kind: 'success',
    machines: { M: machine('Told', { Told: { Type: 'Pass', End: true } }) },
    input: TOO_LARGE.slice(1),
    ends: { status: 'SUCCEEDED', output: TOO_LARGE.slice(1) },
  },
  {
    name: 'an input over 256 KiB is refused at the start',
    of: 'Pass',
    kind: 'limit',
    machines: { M: machine('Told', { Told: { Type: 'Pass', End: true } }) },
    input: TOO_LARGE,
    ends: { refused: 'ValidationException' },
  },
  {
    name: 'one output for each branch, in their order, whoever answers first',
    of: 'Parallel',
    kind: 'success',
    machines: both(waitsAs(0), waitsAs(1)),
    acts: [
      { succeeds: 1, output: '"second"' },
      { succeeds: 0, output: '"first"' },
    ],
    ends: { status: 'SUCCEEDED', output: ['first', 'second'] },
  },
  {
    name: 'a branch that fails ends the others, and their tokens',
    of: 'Parallel',
    kind: 'failure',
    machines: both(waitsAs(0), waitsAs(1)),
    acts: [
      { fails: 0, error: 'Broken', cause: 'why' },
      { succeeds: 1, output: '"late"', refused: 'TaskTimedOut' },
    ],
    ends: { status: 'FAILED', error: 'Broken', cause: 'why' },
  },
  {
    name: 'results of which only the sum is over 256 KiB',
    of: 'Parallel',
    kind: 'limit',
    machines: both(
      { Type: 'Pass', Output: `{% ${thousands(150)} %}`, End: true },
      { Type: 'Pass', Output: `{% ${thousands(150)} %}`, End: true },
    ),
    ends: { status: 'FAILED', error: 'States.DataLimitExceeded' },
  },
];
