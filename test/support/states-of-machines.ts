import type { MachineModel } from '../../local/template/model.ts';

interface Flow {
  readonly States: Readonly<Record<string, { readonly Branches?: readonly Flow[] }>>;
}

const statesOf = ({ States }: Flow): readonly string[] =>
  Object.entries(States).flatMap(([name, { Branches = [] }]) => [name, ...Branches.flatMap(statesOf)]);

/** States of the machines, as `machine: state`, that no scenario enters, each with why, and where it is entered instead. */
const NOT_IN_A_SCENARIO: readonly (readonly [states: RegExp, why: string])[] = [
  [/: nobody answered$/, 'The net of 330 days, where no run was replaced at 300: test/journey/nobody-answers.test.ts.'],
  [/: Not understood$/, 'Fails on an answer that is no envelope; ours are: test/infra/human-step.test.ts.'],
  [/: Superseded$/, 'A run is replaced while the phase waits: test/journey/restart.test.ts.'],
  [
    /: Cancelled$/,
    'Cancelling leaves every machine by the same way (test/infra/human-step.test.ts), and is tried in each phase of the course: test/journey/hold-cancel.test.ts.',
  ],
  [
    /^OrderMatch: /,
    'Takes a second order for a patient whose journey is open, and a scenario has one: test/journey/referral.test.ts.',
  ],
  [
    /^FollowUpVisit: Settled$/,
    'Without consent to follow-up a visit is passed over, as other steps are: test/domain/journey/registry-report.test.ts.',
  ],
  [
    /^ChangeControl: (Rejected|Stopped)$/,
    'A change that is not made ends at the step at which that is said: test/domain/quality/change-control.test.ts.',
  ],
  [
    /^((Treatment|Manufacturing): Stopped|Conditioning: (Remake|Recollect|Conditioned))$/,
    'Ways out like those of the phases before, walked in test/domain/journey: whole-journey, conditioning-ways-back, closing.',
  ],
];

/** States of the machines that nobody entered and that have no reason for it; and reasons that no state needs any more. */
export function neverEntered(
  machines: readonly MachineModel[],
  entered: readonly ReadonlyMap<string, ReadonlySet<string>>[],
): { readonly states: readonly string[]; readonly reasons: readonly string[] } {
  const missed = machines.flatMap(({ logicalId, definition }) =>
    statesOf(definition as Flow)
      .filter((state) => !entered.some((machines) => machines.get(logicalId)?.has(state)))
      .map((state) => `${logicalId}: ${state}`),
  );
  return {
    states: missed.filter((name) => !NOT_IN_A_SCENARIO.some(([states]) => states.test(name))),
    reasons: NOT_IN_A_SCENARIO.filter(([states]) => !missed.some((name) => states.test(name))).map(([, why]) => why),
  };
}
