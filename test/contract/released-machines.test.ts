import { describe, expect, it } from 'vitest';
import { superseded } from '../../lambdas/domain/journey/envelope.ts';
import { flows } from '../../lambdas/domain/phases/index.ts';
import { COURSE_PHASES, PHASES, type PhaseName } from '../../lambdas/domain/vocabulary.ts';
import { dialogue, hubDialogue } from '../support/machine-dialogue.ts';
import type { Machine } from '../support/redrawn-machines.ts';
import { type Released, releases } from '../support/released.ts';
import { firstSaid, turnsOf } from '../support/turns-of-flow.ts';

const HUB = 'PatientJourney';
const isPhase = (machine: string): machine is PhaseName => (PHASES as readonly string[]).includes(machine);

function machineOf({ version, machines }: Released, name: string): Machine {
  const machine = machines[name];
  if (machine === undefined) throw new Error(`Release ${version}: expected a machine ${name}`);
  return machine;
}

/**
 * An execution keeps the definition it was started with, and meets the functions of every release after it. Where a flow
 * is drawn anew, executions of the phase fail as soon as the two differ, and are replaced by those of the new release.
 */
describe.each(releases().map((release) => [release.version, release] as const))('machines of %s', (_, release) => {
  const machines = Object.keys(release.machines);
  const phases = machines.filter(isPhase);

  it('are the hub, and phases that there still are', () => {
    expect(machines.filter((machine) => machine !== HUB && !isPhase(machine))).toEqual([]);
  });

  it.each(phases)('%s goes on by whatever today’s functions answer, as the log of today does', async (phase) => {
    const machine = machineOf(release, phase);
    expect(await dialogue(phase, machine, [])).toEqual(firstSaid(flows[phase]));
    for (const { name, before, answers, expected } of turnsOf(flows[phase])) {
      expect(await dialogue(phase, machine, [...before, answers]), name).toEqual(expected);
    }
  });

  it.each(phases)('%s leaves by the net under its first step', async (phase) => {
    const [{ answers } = { answers: {} }] = turnsOf(flows[phase]);
    const nobody = Object.fromEntries(Object.keys(answers).map((step) => [step, superseded]));
    expect(await dialogue(phase, machineOf(release, phase), [nobody], { lapse: true })).toEqual({
      ends: { schemaVersion: 1, outcome: 'superseded' },
    });
  });

  it.each(COURSE_PHASES)('the hub runs %s when today’s function says so, and asks again', async (phase) => {
    const stands = [
      { schemaVersion: 1, stands: phase, round: 4 },
      { schemaVersion: 1, stands: 'Closed', round: 0 },
    ];
    const { started, ends } = await hubDialogue(machineOf(release, HUB), phases, stands, 'accepted');
    expect(started).toMatchObject([
      { execution: `${phase}: J1-${phase}-4-2`, input: { schemaVersion: 1, journeyId: 'J1', run: 2, round: 4 } },
    ]);
    expect(ends).toEqual({ schemaVersion: 1, outcome: 'closed' });
  });

  it.each([
    ['FollowUp', 'follow-up'],
    ['Closed', 'closed'],
    ['Superseded', 'superseded'],
  ])('the hub ends where the journey stands in %s', async (stands, outcome) => {
    const said = await hubDialogue(machineOf(release, HUB), phases, [{ schemaVersion: 1, stands, round: 0 }], 'any');
    expect(said).toEqual({ started: [], ends: { schemaVersion: 1, outcome } });
  });

  it.each(['cancelled', 'superseded'])('the hub ends with a phase that was %s', async (outcome) => {
    const stands = [{ schemaVersion: 1, stands: 'Order', round: 1 }];
    const { ends } = await hubDialogue(machineOf(release, HUB), phases, stands, outcome);
    expect(ends).toEqual({ schemaVersion: 1, outcome });
  });
});
