import { describe, expect, it } from 'vitest';
import { superseded } from '../../lambdas/domain/journey/envelope.ts';
import type { JourneyState } from '../../lambdas/domain/journey/state.ts';
import { whereItStands } from '../../lambdas/domain/journey/where-it-stands.ts';
import { flows } from '../../lambdas/domain/phases/index.ts';
import { COURSE_PHASES, PHASES, type PhaseName } from '../../lambdas/domain/vocabulary.ts';
import { JourneyDriver, START } from '../support/journey-driver.ts';
import { dialogue, hubDialogue, RUN } from '../support/machine-dialogue.ts';
import type { Machine } from '../support/redrawn-machines.ts';
import { type Released, releases } from '../support/released.ts';
import { firstSaid, turnsOf } from '../support/turns-of-flow.ts';

const HUB = 'PatientJourney';
const ROUND = 4;
const FOLLOWED_UP: JourneyState = { ...new JourneyDriver().state, run: RUN, phases: [] };
const CLOSED: JourneyState = { ...FOLLOWED_UP, closed: { outcome: 'died', at: START } };
const inPhase = (phase: PhaseName): JourneyState => ({
  ...FOLLOWED_UP,
  phases: [{ phase, round: ROUND, enteredAt: START }],
});
const isPhase = (machine: string): machine is PhaseName => (PHASES as readonly string[]).includes(machine);

function machineOf({ version, machines }: Released, name: string): Machine {
  const machine = machines[name];
  if (machine === undefined) throw new Error(`Release ${version}: expected a machine ${name}`);
  return machine;
}

/**
 * Phases whose flow was drawn anew on purpose since a release, by its version. Executions of that release fail there where
 * the two differ, and are replaced by those of the new one.
 */
const REDRAWN: Readonly<Record<string, readonly PhaseName[]>> = {};

/**
 * An execution keeps the definition it was started with, and meets the functions of every release after it.
 */
describe.each(releases().map((release) => [release.version, release] as const))(
  'machines of %s',
  (version, release) => {
    const redrawn = REDRAWN[version] ?? [];
    const machines = Object.keys(release.machines);
    const phases = machines.filter(isPhase);

    it('are the hub, and phases that there still are', () => {
      expect(machines.filter((machine) => machine !== HUB && !isPhase(machine))).toEqual([]);
    });

    it.each(phases.filter((phase) => !redrawn.includes(phase)))(
      '%s goes on by whatever today’s functions answer, as the log of today does',
      async (phase) => {
        const machine = machineOf(release, phase);
        expect(await dialogue(phase, machine, [])).toEqual(firstSaid(flows[phase]));
        for (const { name, before, answers, expected } of turnsOf(flows[phase])) {
          expect(await dialogue(phase, machine, [...before, answers]), name).toEqual(expected);
        }
      },
    );

    it.each(phases)('%s leaves by the net under its first step', async (phase) => {
      const [{ answers } = { answers: {} }] = turnsOf(flows[phase]);
      const nobody = Object.fromEntries(Object.keys(answers).map((step) => [step, superseded]));
      expect(await dialogue(phase, machineOf(release, phase), [nobody], { lapse: true })).toEqual({
        ends: { schemaVersion: 1, outcome: 'superseded' },
      });
    });

    it.each(COURSE_PHASES)('the hub runs %s when today’s function says so, and asks again', async (phase) => {
      const stands = [whereItStands(inPhase(phase), RUN), whereItStands(CLOSED, RUN)];
      const { started, ends } = await hubDialogue(machineOf(release, HUB), phases, stands, 'accepted');
      expect(started).toMatchObject([
        {
          execution: `${phase}: J1-${phase}-${ROUND}-${RUN}`,
          input: { schemaVersion: 1, journeyId: 'J1', run: RUN, round: ROUND },
        },
      ]);
      expect(ends).toEqual({ schemaVersion: 1, outcome: 'closed' });
    });

    it.each([
      ['in follow-up', whereItStands(FOLLOWED_UP, RUN), 'follow-up'],
      ['closed', whereItStands(CLOSED, RUN), 'closed'],
      ['replaced by another run', whereItStands(CLOSED, RUN - 1), 'superseded'],
    ])('the hub ends where the journey is %s', async (_where, stands, outcome) => {
      const said = await hubDialogue(machineOf(release, HUB), phases, [stands], 'any');
      expect(said).toEqual({ started: [], ends: { schemaVersion: 1, outcome } });
    });

    it.each(['cancelled', 'superseded'])('the hub ends with a phase that was %s', async (outcome) => {
      const stands = whereItStands(inPhase('Order'), RUN);
      const { ends } = await hubDialogue(machineOf(release, HUB), phases, [stands], outcome);
      expect(ends).toEqual({ schemaVersion: 1, outcome });
    });
  },
);
