import jsonata from 'jsonata';
import { describe, expect, test } from 'vitest';
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
    ['its decision to the end of the phase', decided('accepted'), 'Accepted'],
    ['its decision to another step', decided('quarantined'), 'Resolve quarantine'],
    ['a cancelled journey out', { schemaVersion: 1, outcome: 'cancelled' }, 'Cancelled'],
    ['a superseded run out', { schemaVersion: 1, outcome: 'superseded' }, 'Superseded'],
    ['a decision nobody defined to failure', decided('maybe'), 'Not understood'],
    ['an outcome nobody defined to failure', { schemaVersion: 1, outcome: 'perhaps' }, 'Not understood'],
    ['a decision under another outcome out', { outcome: 'cancelled', decision: 'accepted' }, 'Cancelled'],
  ])('routes %s', async (_, input, expected) => {
    expect(await next(receipt, choice, input)).toBe(expected);
  });
});

describe('steps asked together', () => {
  const order = phaseDefinition(flows.Order, 'arn');
  const choice = 'Eligibility and consent: what was decided?';
  const superseded = { schemaVersion: 1, outcome: 'superseded' };
  const cancelled = { schemaVersion: 1, outcome: 'cancelled' };
  test.each([
    ['all passed', [decided('eligible'), decided('consented')], 'Ordered'],
    ['one against, the other withdrawn', [decided('not-eligible'), superseded], 'Rejected'],
    ['one against, the other passed', [decided('eligible'), decided('refused')], 'Rejected'],
    ['cancelled while one had passed', [decided('eligible'), cancelled], 'Cancelled'],
    ['run replaced while one had passed', [superseded, decided('consented')], 'Superseded'],
    ['a decision nobody defined', [decided('eligible'), decided('maybe')], 'Not understood'],
    ['an answer nobody defined', [decided('eligible'), { outcome: 'perhaps' }], 'Not understood'],
  ])('%s', async (_, input, expected) => {
    expect(await next(order, choice, input)).toBe(expected);
  });
});
