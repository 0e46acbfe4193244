import { expect, test } from 'vitest';
import { TASKS } from '../../../lambdas/domain/competence/tasks.ts';
import { everyAuthorisation } from '../../../lambdas/domain/gates/every-authorisation.ts';
import type { Gate } from '../../../lambdas/domain/gates/gate.ts';
import { certifiedContainers } from '../../../lambdas/domain/journey/product.ts';
import type { StepState } from '../../../lambdas/domain/journey/state.ts';
import type { Outcome } from '../../../lambdas/domain/outcome.ts';
import { reports } from '../../../lambdas/domain/reports/index.ts';
import { gatesOf } from '../../../lambdas/domain/sign-off/checks.ts';
import type { Signer } from '../../../lambdas/domain/sign-off/permission.ts';
import { steps } from '../../../lambdas/domain/steps/index.ts';
import type { ChecklistItem, DecisionDefinition } from '../../../lambdas/domain/steps/step.ts';
import { REPORTS, type Role, STEPS, type StepName } from '../../../lambdas/domain/vocabulary.ts';
import { personIn, valuesOf } from '../../support/builders.ts';
import { whileClosed } from '../../support/closed-gates.ts';
import type { JourneyDriver } from '../../support/journey-driver.ts';
import { isAside, LAPSED_CHECKER, REPORTED, sceneOf } from '../../support/scenes.ts';
import { Walk } from '../../support/walk.ts';

/** Something that is signed: a decision of a step, or an item of its checklist. */
interface Signed {
  readonly step: StepName;
  readonly name: string;
  readonly decision?: DecisionDefinition;
  readonly item?: ChecklistItem;
  readonly gates: readonly Gate[];
}

const everythingSigned: readonly Signed[] = STEPS.flatMap((step): Signed[] => [
  ...Object.entries(steps[step].decisions).map(([name, decision]) => ({
    step,
    name,
    decision,
    gates: gatesOf(decision),
  })),
  ...(steps[step].checklist?.items ?? []).map((item) => ({ step, name: item.item, item, gates: item.gates })),
]);
const nameOf = ({ step, name, item }: Signed): string => `${step}${item === undefined ? ':' : ' ·'} ${name}`;

/** Everything that authorises nothing and is refused by a gate all the same, and why that closes none of what must stay open. */
const REFUSED_ALL_THE_SAME: Readonly<Record<string, string>> = {
  'Record apheresis: collected':
    'identity: what was collected under another identity is no collection of this patient; it is reported as a mismatch, and recollected or stopped',
  'Record apheresis · ready-again': 'lets the collection begin after a postponement, as Confirm readiness does',
  'Record apheresis · patient-identified': 'says that the identity agrees; that it does not is reported',
  'Record apheresis · patient-identified-second': 'says that the identity agrees; that it does not is reported',
  'Ship the starting material · handed-over':
    'identity: it leaves the house for this patient; within the house containers are moved by a report, which no gate closes',
  'Follow the delivery · handed-over':
    'identity: it was sent to this patient; within the house containers are moved by a report, which no gate closes',
  'Give the product · identity-checked-before-thaw': 'says that the bag agrees; that it does not is reported',
  'Give the product · identity-checked-before-thaw-second': 'says that the bag agrees; that it does not is reported',
  'Give the product · identity-checked': 'says that the bag agrees; that it does not is reported',
  'Give the product · identity-checked-second': 'says that the bag agrees; that it does not is reported',
  'Confirm the resolution: confirmed':
    'identity: it says that the identity agrees again; that it does not is answered by again',
};

/** What must stay open, by kind. Whatever stops and whatever is reported is of it by its definition; the rest is named, and why it is of it. */
const RESCUE_CARE: Readonly<Record<string, string>> = {
  'Give the product · premedication-given': 'given whether or not the product is',
  'Give the product · reaction': 'a reaction is treated and written down while it happens',
  'Monitor the patient · observation': 'signs of CRS and ICANS are looked for every few hours',
  'Monitor the patient · tocilizumab-given': 'rescue medication',
  'Monitor the patient · tocilizumab-resupplied': 'rescue medication for the next time',
  'Discharge · tocilizumab-given': 'rescue medication',
  'Discharge · tocilizumab-resupplied': 'rescue medication for the next time',
  'Send the discharge letter · tocilizumab-given': 'rescue medication',
  'Send the discharge letter · tocilizumab-resupplied': 'rescue medication for the next time',
  'End the proximity period · tocilizumab-given': 'rescue medication',
  'End the proximity period · tocilizumab-resupplied': 'rescue medication for the next time',
};
const MOVING_AND_QUARANTINING: Readonly<Record<string, string>> = {
  'Ship the starting material · arrived': 'it is there, and has to be put somewhere',
  'Follow the delivery · arrived': 'it is there, and has to be put somewhere',
  'Inspect the delivery: inspected': 'what is found decides where it goes',
  'Accept receipt: quarantined': 'quarantine',
  'Triage the deviation: investigate': 'holds containers',
  'Record the disposition: rejected': 'it is not used',
  'Give the product · removed-from-storage': 'a container is taken out of its vessel',
  'Give the product · thaw-ended': 'a container is out of the bath',
  'Account for every container: accounted': 'each is used, destroyed or kept',
};

const isStopping = ({ decision }: Signed): boolean => decision?.kind === 'stop';
const isNeverClosed = (signed: Signed): boolean =>
  isStopping(signed) || nameOf(signed) in RESCUE_CARE || nameOf(signed) in MOVING_AND_QUARANTINING;

test('what is named here is there', () => {
  const known = everythingSigned.map(nameOf);
  const named = [REFUSED_ALL_THE_SAME, RESCUE_CARE, MOVING_AND_QUARANTINING].flatMap((one) => Object.keys(one));
  expect(named.filter((name) => !known.includes(name))).toEqual([]);
});

test('gates close what authorises, and of what authorises nothing only what is named here, with why', () => {
  const refused = everythingSigned.filter(({ decision, gates }) => decision?.kind !== 'authorise' && gates.length > 0);
  expect(refused.map(nameOf).toSorted()).toEqual(Object.keys(REFUSED_ALL_THE_SAME).toSorted());
  const byIdentity = refused.filter(({ gates }) => gates.every(({ name }) => name === 'identity-matches'));
  const ofTheBag = ['batch-certified', 'expiry-certified', 'container-prescribed', 'not-expired'];
  for (const { gates, name } of refused.filter((one) => !byIdentity.includes(one))) {
    const own = gates.filter(({ name: gate }) => gate !== 'identity-matches' && !ofTheBag.includes(gate));
    expect(name === 'ready-again' ? [] : own).toEqual([]);
  }
});

test('rescue care, moving and quarantining a container, and stopping are closed by no gate', () => {
  expect(everythingSigned.filter(isStopping).length).toBeGreaterThan(15);
  expect(everythingSigned.filter(isNeverClosed).flatMap(({ gates }) => gates)).toEqual([]);
});

test('no step leaves people with nothing to sign but what its gates close', () => {
  const stuck = STEPS.filter((step) => {
    const all = everythingSigned.filter((one) => one.step === step && one.decision !== undefined);
    return all.every(({ gates }) => gates.length > 0);
  });
  expect(stuck).toEqual([]);
});

/** Every gate that there is, also those that only open a deviation. */
const everyGate: readonly Gate[] = [
  ...new Set([
    ...everyAuthorisation,
    ...everythingSigned.flatMap(({ gates, decision, item }) => [
      ...gates,
      ...(decision?.deviations ?? []),
      ...(item?.deviations ?? []),
      ...(item?.excursions ?? []),
    ]),
  ]),
];

/** Somebody of a role whose assessments have all lapsed. */
const lapsed = (role: Role, who = 'a'): Signer => {
  const assessments = LAPSED_CHECKER.competence?.['order-verification'] ?? [];
  return { ...personIn([role], who), competence: Object.fromEntries(TASKS.map((task) => [task, assessments])) };
};

/** Reports that are about a gate are tried with it (`sign-off/no-other-route.test.ts`). */
const OF_NO_GATE = REPORTS.filter((name) => reports[name].gatesOffered === undefined);

/** Everything that must stay open, tried with every gate closed, where its step is open: what was signed, and what was refused. */
function triedWhileAllIsClosed() {
  const straight = new Walk();
  const refused: string[] = [];
  const done: string[] = [];
  const tries = (what: string, before: JourneyDriver, sign: (journey: JourneyDriver) => Outcome<unknown>): void => {
    const journey = before.fork();
    const outcome = whileClosed(journey, everyGate, () => sign(journey));
    if (outcome.ok) done.push(what);
    else refused.push(`${what}: ${outcome.refusal.code} ${outcome.refusal.message}`);
  };
  for (const step of STEPS) {
    const open = everythingSigned.filter((one) => one.step === step && isNeverClosed(one));
    if (open.length === 0) continue;
    const { journey } = isAside(step) ? sceneOf(step) : straight;
    if (journey === straight.journey) straight.to(step);
    const ref = journey.step(step);
    for (const one of open) tries(nameOf(one), journey, (forked) => signs(forked, ref, one));
    // Nobody reports of a patient from a case of the site, which has none.
    for (const name of journey.state.qualityCase === undefined ? OF_NO_GATE : []) {
      // Before there is a container, nobody moves one.
      if (name === 'storage-moved' && certifiedContainers(journey.state).length === 0) continue;
      const [role = 'qa'] = reports[name].roles;
      const making = { signer: lapsed(role), evidence: REPORTED[name] };
      tries(`${step}: report ${name}`, journey, (forked) => forked.report(ref, name, making));
    }
  }
  return { refused, done };
}

const STATED: Readonly<Record<string, object>> = {
  observation: { crsGrade: 1, icansGrade: 0, temperatureTaken: true },
  reaction: { grade: 2, action: 'the infusion was slowed' },
  'tocilizumab-given': { lot: 'toci 1', dosesLeftOnSite: 0 },
  'tocilizumab-resupplied': { lot: 'toci 2', dosesOnSite: 2 },
};

function signs(journey: JourneyDriver, step: StepState, { name, item }: Signed): Outcome<unknown> {
  const [role = steps[step.step].role] = item?.roles ?? [];
  const because = step.phase === 'ChangeControl' ? { evidence: { changeBecause: 'it is not to be done' } } : {};
  if (item === undefined) return journey.sign(step, name, { signer: lapsed(role), ...because });
  const container = item.per === 'container' ? { container: 'bag-1-1' } : {};
  const evidence = { ...(STATED[name] ?? valuesOf(name, journey)), ...container };
  return journey.record(step, item.item, { signer: lapsed(role), evidence });
}

const tried = triedWhileAllIsClosed();

test('with every gate closed and every assessment lapsed they are signed all the same, and whatever is to be reported', () => {
  expect(tried.refused).toEqual([]);
  expect(tried.done).toEqual(expect.arrayContaining(everythingSigned.filter(isNeverClosed).map(nameOf)));
  const reported = OF_NO_GATE.map((name) => `Monitor the patient: report ${name}`);
  expect(tried.done).toEqual(expect.arrayContaining(reported));
});
