import { expect, test } from 'vitest';
import { DefinitionError } from '../../../local/step-functions/step-functions.ts';
import { CALLBACK, CHILD, type Definition, LAMBDA, world } from './world.ts';

const End = true;
const invoke = { Type: 'Task', Resource: LAMBDA, Arguments: { FunctionName: 'f' }, End };
const one = (state: object): Definition => ({ StartAt: 'A', States: { A: state } });
const pass = (more: object): Definition => one({ Type: 'Pass', End, ...more });
const withRescue = (more: object): Definition => ({
  StartAt: 'A',
  States: { A: { ...invoke, ...more }, B: { Type: 'Succeed' } },
});
const parallel = (branch: object, more: object = {}): Definition =>
  one({ Type: 'Parallel', End, Branches: [branch], ...more });

function refusal(definition: Definition): string {
  try {
    world({ M: definition });
  } catch (thrown) {
    if (thrown instanceof DefinitionError) return thrown.message;
    throw thrown;
  }
  return 'accepted';
}

test.each<[string, Definition, string]>([
  [
    'Wait',
    one({ Type: 'Wait', Seconds: 1, End }),
    'state "A": Type "Wait" is not supported; expected one of Pass, Choice, Task',
  ],
  ['Map', one({ Type: 'Map', End }), 'Type "Map" is not supported'],
  [
    'heartbeats',
    one({ ...invoke, HeartbeatSeconds: 5 }),
    'state "A": unknown field "HeartbeatSeconds"; expected only Type',
  ],
  ['JSONPath fields', pass({ ResultPath: '$.x' }), 'unknown field "ResultPath"'],
  ['Parameters', one({ ...invoke, Parameters: {} }), 'unknown field "Parameters"'],
  ['JSONPath machines', { ...pass({}), QueryLanguage: 'JSONPath' } as Definition, 'QueryLanguage'],
  ['JSONPath states', pass({ QueryLanguage: 'JSONPath' }), 'QueryLanguage'],
  ['unknown machine fields', { ...pass({}), Timeout: 1 } as Definition, 'unknown field "Timeout"'],
  [
    'other integrations',
    one({ ...invoke, Resource: 'arn:aws:states:::sns:publish' }),
    'got "arn:aws:states:::sns:publish"',
  ],
  ['plain startExecution', one({ ...invoke, Resource: 'arn:aws:states:::states:startExecution' }), 'Resource'],
  [
    'arguments nobody reads',
    one({ ...invoke, Arguments: { FunctionName: 'f', Qualifier: '1' } }),
    'Arguments: unknown member "Qualifier"; expected only FunctionName, Payload',
  ],
  [
    'a child without its machine',
    one({ ...invoke, Resource: CHILD, Arguments: { Name: 'x' } }),
    'Arguments: "StateMachineArn" is missing',
  ],
  [
    'the token as JSONPath text',
    one({ ...invoke, Resource: CALLBACK, Arguments: { FunctionName: 'f', Payload: '$$.Task.Token' } }),
    '"$$.Task.Token" is JSONPath',
  ],
  [
    'a callback nobody could answer',
    one({ ...invoke, Resource: CALLBACK }),
    'nothing passes {% $states.context.Task.Token %} on',
  ],
  [
    'the token outside a callback',
    one({ ...invoke, Arguments: { FunctionName: 'f', Payload: '{% $states.context.Task.Token %}' } }),
    '$states.context.Task exists in',
  ],
  ['JSONPath members', pass({ Output: { 'x.$': '$.x' } }), 'the JSONPath member "x.$"'],
  ['intrinsics', pass({ Output: "States.Format('{}', 1)" }), 'is JSONPath'],
  ['$eval', pass({ Output: "{% $eval('1') %}" }), '$eval is refused: the service does not have it'],
  ['unknown functions', pass({ Output: '{% $toUpper("a") %}' }), '$toUpper is neither a function'],
  ['unknown variables', pass({ Output: '{% $deadline %}' }), '$deadline is neither'],
  [
    'unknown context',
    pass({ Output: '{% $states.context.Execution.Arn %}' }),
    '$states.context.Execution.Arn is unknown; expected Id',
  ],
  ['unknown $states', pass({ Output: '{% $states.inputs %}' }), '$states.inputs is unknown'],
  [
    'results of a Pass',
    pass({ Output: '{% $states.result %}' }),
    'Output: $states.result does not exist in this field',
  ],
  [
    'errorOutput outside Catch',
    one({ ...invoke, Output: '{% $states.errorOutput %}' }),
    '$states.errorOutput does not exist',
  ],
  ['half marked expressions', pass({ Output: '{% 1' }), 'is only half marked'],
  ['broken expressions', pass({ Output: '{% 1 + %}' }), 'is not JSONata'],
  ['a Choice on a constant', one({ Type: 'Choice', Choices: [{ Condition: true, Next: 'A' }] }), 'Choices/0/Condition'],
  [
    'fields inside a rule',
    one({ Type: 'Choice', Choices: [{ Condition: '{% true %}', Variable: '$.x', Next: 'A' }] }),
    'Choices/0: unknown field "Variable"',
  ],
  [
    'fields inside Retry',
    one({ ...invoke, Retry: [{ ErrorEquals: ['X'], Backoff: 1 }] }),
    'Retry/0: unknown field "Backoff"',
  ],
  [
    'ResultPath inside Catch',
    withRescue({ Catch: [{ ErrorEquals: ['X'], Next: 'B', ResultPath: '$' }] }),
    'unknown field "ResultPath"',
  ],
  [
    'States.ALL beside others',
    withRescue({ Catch: [{ ErrorEquals: ['States.ALL', 'X'], Next: 'B' }] }),
    'States.ALL stands alone',
  ],
  [
    'States.ALL before others',
    withRescue({
      Catch: [
        { ErrorEquals: ['States.ALL'], Next: 'B' },
        { ErrorEquals: ['X'], Next: 'B' },
      ],
    }),
    'States.ALL comes last',
  ],
  ['no end and no next', one({ Type: 'Pass' }), 'expected either Next or "End": true'],
  ['unknown targets', one({ Type: 'Pass', Next: 'Z' }), 'goes to "Z", which is no state'],
  [
    'unreachable states',
    { StartAt: 'A', States: { A: { Type: 'Succeed' }, B: { Type: 'Succeed' } } },
    'state "B": is not reachable',
  ],
  [
    'long names',
    { StartAt: 'x'.repeat(81), States: { ['x'.repeat(81)]: { Type: 'Succeed' } } },
    'has 81 characters; expected at most 80',
  ],
  ['a name in two branches', parallel(one({ Type: 'Succeed' })), 'state "A": this name is used twice'],
  [
    'unknown branch fields',
    parallel({ ...one({ Type: 'Succeed' }), ProcessorConfig: {} }),
    'branch 0: unknown field "ProcessorConfig"',
  ],
  [
    'Wait in a branch',
    parallel({ StartAt: 'B', States: { B: { Type: 'Wait', Seconds: 1, End } } }),
    'state "B": Type "Wait"',
  ],
  [
    'one variable in two scopes',
    parallel({ StartAt: 'B', States: { B: { Type: 'Pass', Assign: { v: 1 }, End } } }, { Assign: { v: 1 } }),
    'variable "v" is assigned here and in an outer scope',
  ],
  [
    'a variable of a branch outside it',
    parallel({ StartAt: 'B', States: { B: { Type: 'Pass', Assign: { v: 1 }, End } } }, { Output: '{% $v %}' }),
    '$v is neither',
  ],
  ['the name $states', pass({ Assign: { states: 1 } }), '"states" is reserved'],
])('refuses %s', (_what, definition, words) => {
  expect(refusal(definition)).toContain(words);
});

test('every problem is reported at once, with the machine', () => {
  const text = refusal({ StartAt: 'A', States: { A: { Type: 'Wait' }, B: { ...invoke, InputPath: '$' } } });
  expect(text.split('\n')).toHaveLength(3);
  expect(text).toContain('State machine M is refused');
});
