import jsonata from 'jsonata';
import { describe, expect, test } from 'vitest';
import { NOT_NEEDED } from '../../lambdas/domain/phases/flow.ts';
import { flows } from '../../lambdas/domain/phases/index.ts';
import type { AslChoice, AslMachine } from '../../lib/asl.ts';
import { phaseDefinition } from '../../lib/phases/phase-definition.ts';

/** Where a choice state leads for an input, evaluated as the service does. */
async function next(machine: AslMachine, choice: string, input: unknown): Promise<string> {
  const state = machine.States[choice] as AslChoice;
  for (const { Condition, Next } of state.Choices) {
    const taken = await jsonata(Condition.slice(2, -2)).evaluate({}, { states: { input } });
    if (typeof taken !== 'boolean')
      throw new Error(`${choice}: expected a boolean of ${Condition}, got ${typeof taken}`);
    if (taken) return Next;
  }
  return state.Default;
}

const decided = (decision: string) => ({ schemaVersion: 1, outcome: 'decided', decision });

describe('a step', () => {
  const receipt = phaseDefinition(flows.Receipt, 'arn');
  const choice = 'Accept receipt: what was decided?';
  test.each([
    ['its decision to the next step', decided('accepted'), 'Confirm receipt to the maker'],
    ['its decision to the end of the phase', decided('remake'), 'Remake'],
    ['its decision to another step', decided('quarantined'), 'Resolve quarantine'],
    ['a step passed over that is always needed to failure', decided(NOT_NEEDED), 'Not understood'],
    ['a cancelled journey out', { schemaVersion: 1, outcome: 'cancelled' }, 'Cancelled'],
    ['a superseded run out', { schemaVersion: 1, outcome: 'superseded' }, 'Superseded'],
    ['a decision nobody defined to failure', decided('maybe'), 'Not understood'],
    ['an outcome nobody defined to failure', { schemaVersion: 1, outcome: 'perhaps' }, 'Not understood'],
    ['a decision under another outcome out', { outcome: 'cancelled', decision: 'accepted' }, 'Cancelled'],
  ])('routes %s', async (_, input, expected) => {
    expect(await next(receipt, choice, input)).toBe(expected);
  });
});

describe('a step that may not be needed', () => {
  const order = phaseDefinition(flows.Order, 'arn');
  test.each([
    ['goes on as if it had been taken', decided(NOT_NEEDED), 'Confirm eligibility'],
    ['is taken all the same where it is needed', decided('registered'), 'Confirm eligibility'],
    ['leaves the phase of a journey that was cancelled', { outcome: 'cancelled', decision: NOT_NEEDED }, 'Cancelled'],
  ])('%s', async (_, input, expected) => {
    expect(await next(order, 'Register the referral: what was decided?', input)).toBe(expected);
  });
});

describe('steps asked together', () => {
  const order = phaseDefinition(flows.Order, 'arn');
  const choice = 'Funding and consent: what was decided?';
  const superseded = { schemaVersion: 1, outcome: 'superseded' };
  const cancelled = { schemaVersion: 1, outcome: 'cancelled' };
  test.each([
    ['all passed', [decided('funded'), decided('consented')], 'Place the order'],
    ['one passed, the other not needed', [decided(NOT_NEEDED), decided('consented')], 'Place the order'],
    [
      'none needed, as in a second order of the same course',
      [decided(NOT_NEEDED), decided(NOT_NEEDED)],
      'Place the order',
    ],
    ['one against, the other not needed', [decided('refused'), decided(NOT_NEEDED)], 'Rejected'],
    ['one against, the other withdrawn', [decided('refused'), superseded], 'Rejected'],
    ['one against, the other passed', [decided('funded'), decided('refused')], 'Rejected'],
    ['cancelled while one was not needed', [decided(NOT_NEEDED), cancelled], 'Cancelled'],
    ['cancelled while one had passed', [decided('funded'), cancelled], 'Cancelled'],
    ['run replaced while one had passed', [superseded, decided('consented')], 'Superseded'],
    ['a decision nobody defined', [decided('funded'), decided('maybe')], 'Not understood'],
    ['an answer nobody defined', [decided('funded'), { outcome: 'perhaps' }], 'Not understood'],
  ])('%s', async (_, input, expected) => {
    expect(await next(order, choice, input)).toBe(expected);
  });
});
