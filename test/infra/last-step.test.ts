import jsonata from 'jsonata';
import { expect, test } from 'vitest';
import { flows } from '../../lambdas/domain/phases/index.ts';
import type { AslState, AslTask } from '../../lib/asl.ts';
import { lastStep } from '../../lib/constructs/last-step.ts';
import { phaseDefinition } from '../../lib/phases/phase-definition.ts';

const step = {
  machine: { phase: 'LifelongWatch', revision: '0123456789ab' },
  step: 'Arrange the lifelong watch',
  openStepArn: 'arn',
} as const;
const states = lastStep({ ...step, decisions: ['arranged', 'gone'], outcomes: { arranged: 'settled', gone: 'died' } });

/** What a state of the machine gives for an envelope. */
async function given(name: string, envelope: unknown): Promise<unknown> {
  const { Output } = states[name] as AslTask;
  const result = name === step.step ? envelope : { Payload: envelope };
  const evaluated = jsonata(Output.slice(2, -2)).evaluate({}, { states: { result } });
  return JSON.parse(JSON.stringify(await evaluated));
}

test.each([step.step, `${step.step}: nobody answered`])(
  '"%s" ends with the outcome of what was decided',
  async (name) => {
    expect(states[name]).toMatchObject({ End: true });
    expect(await given(name, { outcome: 'decided', decision: 'gone' })).toEqual({ schemaVersion: 1, outcome: 'died' });
    expect(await given(name, { outcome: 'cancelled' })).toEqual({ schemaVersion: 1, outcome: 'cancelled' });
    expect(await given(name, { outcome: 'superseded' })).toEqual({ schemaVersion: 1, outcome: 'superseded' });
  },
);

test.each([{ outcome: 'decided', decision: 'else' }, { outcome: 'decided' }, { outcome: 'lost' }, {}])(
  'an answer nobody defined fails the run: %j',
  async (envelope) => {
    await expect(given(step.step, envelope)).rejects.toMatchObject({
      message: expect.stringContaining('no outcome for'),
    });
  },
);

test('a decision without an outcome, and an outcome of no decision, are refused by name', () => {
  const decisions = ['arranged', 'gone'];
  expect(() => lastStep({ ...step, decisions, outcomes: { arranged: 'settled' } })).toThrow('its decision "gone"');
  expect(() => lastStep({ ...step, decisions: ['arranged'], outcomes: { arranged: 'settled', gone: 'died' } })).toThrow(
    'a route for "gone"',
  );
});

test('a visit that is attended is three transitions: asked, decided, reported', () => {
  const { States, StartAt } = phaseDefinition(flows.FollowUpVisit, 'arn');
  const path: string[] = [];
  for (let name: string | undefined = StartAt; name !== undefined; ) {
    path.push(name);
    const state: AslState | undefined = States[name];
    name =
      state?.Type === 'Choice'
        ? state.Choices.find(({ Condition }) => Condition.includes('"attended"'))?.Next
        : state !== undefined && 'Next' in state
          ? state.Next
          : undefined;
  }
  expect(path).toHaveLength(3);
});
