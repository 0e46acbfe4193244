import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { flows } from '../../lambdas/domain/phases/index.ts';
import { STEPS } from '../../lambdas/domain/vocabulary.ts';
import { reference } from '../support/machine-references.ts';
import { definitionOf, MACHINES, statesOf, synthesise } from './synthesised.ts';

const { journeys } = synthesise();
const WAITS = 'arn:aws:states:::lambda:invoke.waitForTaskToken';
const INVOKES = 'arn:aws:states:::lambda:invoke';

describe.each(MACHINES)('machine %s', (machine) => {
  const definition = definitionOf(journeys, machine);
  const states = statesOf(definition);

  test('is the one that was reviewed (UPDATE_GOLDEN=1 writes it anew)', () => {
    const golden = new URL(`./golden/${machine}.asl.json`, import.meta.url);
    const drawn = `${JSON.stringify(definition, null, 2)}\n`;
    if (process.env.UPDATE_GOLDEN === '1') writeFileSync(golden, drawn);
    expect(drawn).toBe(readFileSync(golden, 'utf8'));
  });

  test('names each state once, within 80 characters', () => {
    const names = states.map(([name]) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => name.length > 80)).toEqual([]);
  });

  test('is JSONata without remains of JSONPath, without $eval, Wait or Map', () => {
    expect(definition.QueryLanguage).toBe('JSONata');
    expect(JSON.stringify(definition)).not.toMatch(/\$\$\.|\$eval|"(Input|Output|Result|Items)Path"|"\w+\.\$":/);
    expect(states.filter(([, { Type }]) => !['Task', 'Choice', 'Parallel', 'Pass', 'Fail'].includes(Type))).toEqual([]);
  });

  test('gives every callback a net of 330 days that leads to a person', () => {
    for (const [name, state] of states.filter(([, { Resource }]) => Resource === WAITS)) {
      expect(state.TimeoutSeconds, name).toBe(330 * 86_400);
      expect(state.Catch, name).toEqual([{ ErrorEquals: ['States.Timeout'], Next: `${name}: nobody answered` }]);
      expect(JSON.stringify(state.Arguments), name).toContain('"token":"{% $states.context.Task.Token %}"');
    }
  });

  test('retries function calls on service errors only, for hours', () => {
    for (const [name, state] of states.filter(([, { Resource }]) => Resource === WAITS || Resource === INVOKES))
      expect(state.Retry, name).toEqual([
        {
          ErrorEquals: [
            'Lambda.ServiceException',
            'Lambda.AWSLambdaException',
            'Lambda.SdkClientException',
            'Lambda.ClientExecutionTimeoutException',
            'Lambda.TooManyRequestsException',
            'TransientFault',
          ],
          IntervalSeconds: 2,
          BackoffRate: 2,
          MaxAttempts: 32,
          MaxDelaySeconds: 900,
          JitterStrategy: 'FULL',
        },
      ]);
  });

  test('lets nobody out but with an outcome, or by an answer nobody defined', () => {
    for (const [name, state] of states) {
      if (state.Type === 'Pass') expect(state, name).toMatchObject({ Output: { schemaVersion: 1 }, End: true });
      if (state.Type === 'Fail') expect(name).toBe('Not understood');
    }
  });

  test('calls functions by unversioned ARN', () => {
    const called = [...JSON.stringify(definition).matchAll(/"FunctionName":"([^"]+)"/g)].map(([, name]) => name);
    expect(new Set(called)).toEqual(new Set([reference(machine === 'PatientJourney' ? 'WhereItStands' : 'OpenStep')]));
  });
});

test('no machine that is gone is kept among those reviewed', () => {
  const reviewed = readdirSync(new URL('./golden', import.meta.url));
  expect(reviewed.toSorted()).toEqual(MACHINES.map((machine) => `${machine}.asl.json`).toSorted());
});

test('every step is a state of its own name in exactly one machine', () => {
  const tasks = MACHINES.flatMap((machine) => statesOf(definitionOf(journeys, machine)))
    .filter(([, { Resource }]) => Resource === WAITS)
    .map(([name]) => name);
  expect(tasks.toSorted()).toEqual([...STEPS].toSorted());
});

test('the revision in the payload changes with the flow', async () => {
  const { flowRevision } = await import('../../lib/phases/flow-revision.ts');
  const order = flows.Order;
  expect(flowRevision(order)).toMatch(/^[0-9a-f]{12}$/);
  expect(flowRevision({ ...order, first: 'other' })).not.toBe(flowRevision(order));
});
