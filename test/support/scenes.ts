import type { Task } from '../../lambdas/domain/competence/tasks.ts';
import { receiveOrder } from '../../lambdas/domain/journey/orders.ts';
import { type Outcome, ok } from '../../lambdas/domain/outcome.ts';
import type { Signer } from '../../lambdas/domain/sign-off/permission.ts';
import type { Recorded } from '../../lambdas/domain/sign-off/record-sign-off.ts';
import { plus } from '../../lambdas/domain/time.ts';
import type { ReportName, Role, StepName } from '../../lambdas/domain/vocabulary.ts';
import { PROTOCOL, personIn } from './builders.ts';
import { CHANGE_STEPS, changeAt } from './cases.ts';
import { evidenceOf } from './evidence.ts';
import { value } from './journey-driver.ts';
import { Walk } from './walk.ts';

/** Values with which each report can be made. */
export const REPORTED: Readonly<Record<ReportName, Readonly<Record<string, unknown>>>> = {
  excursion: { leg: 'storage', explanation: 'the alarm of the vessel' },
  'identity-mismatch': { document: 'certificate 1', explanation: 'another number on the bag' },
  'flags-raised': { flags: ['do-not-ship', 'do-not-condition', 'do-not-thaw'], explanation: 'an infection' },
  'consent-withdrawn': { consents: ['therapy'], explanation: 'the patient says so' },
  'consent-given': { consents: ['registry'], formVersion: '3.1', signedOn: '2026-11-23' },
  death: { diedOn: '2026-11-23', explanation: 'the ward called' },
  'dates-moved': { plannedDayZeroAt: '2027-01-20T09:00:00.000Z', explanation: 'no bed' },
  'storage-moved': {
    containers: ['bag-1-1'],
    storageDevice: 'vessel 3',
    storagePosition: 'rack 1',
    exposureSeconds: 40,
    explanation: 'the vessel is serviced',
  },
  'storage-alarm': {
    storageDevice: 'vessel 3',
    alarmFrom: '2026-11-23T02:10:00.000Z',
    alarmUntil: '2026-11-23T03:00:00.000Z',
    highestTemperature: -98,
    explanation: 'the alarm of the vessel at night',
  },
  'deviation-raised': {
    deviationClass: 'major',
    concerns: 'product',
    explanation: 'the cryo bag was found outside its cassette',
    immediateAction: 'put back, and its temperature read',
  },
  'partner-id': { party: 'courier', scheme: 'consignment', value: 'C-17' },
  'qa-exemption': { gate: 'approvals-valid', exemptedUntil: '2026-12-01T08:00:00.000Z', explanation: 'the board met' },
  'exemption-taken-back': { gate: 'approvals-valid', explanation: 'the board did not meet after all' },
  'emergency-continuation': {
    gate: 'competent',
    performer: 'cell-lab-lapsed',
    exemptedUntil: '2026-12-01T08:00:00.000Z',
    explanation: 'nobody else is on duty',
  },
};

/** Somebody of a role whose assessment in a task has lapsed. */
const lapsedIn = (task: Task, role: Role): Signer => ({
  ...personIn([role], 'lapsed'),
  competence: {
    [task]: [
      {
        training: 'SOP-7 version 2',
        assessedOn: '2020-01-06',
        validUntil: '2021-01-05',
        since: '2020-01-06T12:00:00.000Z',
      },
    ],
  },
});
export const LAPSED_THAWER = lapsedIn('thaw', 'cell-lab');
/** The pharmacist who checks orders. */
export const LAPSED_CHECKER = lapsedIn('order-verification', 'pharmacist');

/** One of two roles says that a person goes on past the gate of competence, for six hours. */
export function goesOn(
  walk: Walk,
  step: StepName,
  role: Role,
  { who = 'a', performer = LAPSED_THAWER } = {},
): Outcome<Recorded> {
  const { journey } = walk;
  const evidence = {
    ...REPORTED['emergency-continuation'],
    performer: performer.id,
    exemptedUntil: plus(journey.now, 'PT6H', 'UTC'),
  };
  const signer = personIn([role], who);
  const made = journey.report(journey.step(step), 'emergency-continuation', { signer, evidence, named: performer });
  walk.machines.deliver();
  return made;
}

/** Reports something from the first open step, between two visits from the one decided last; and what follows happens. */
export function report(walk: Walk, name: ReportName, values: Readonly<Record<string, unknown>> = {}): number {
  const { open, state } = walk.journey;
  const decided = Object.values(state.steps).filter(({ decision }) => decision !== undefined);
  const at = open[0] ?? decided.at(-1);
  if (at === undefined) throw new Error('scene: there is no step to report from');
  // As sent: what is undefined is not there.
  const evidence = JSON.parse(JSON.stringify({ ...REPORTED[name], ...values })) as Record<string, unknown>;
  const { seq } = value(walk.journey.report(at, name, { evidence }));
  walk.machines.deliver();
  return seq;
}

const at = (step: StepName): Walk => {
  const walk = new Walk();
  walk.to(step);
  return walk;
};

const reported = (name: ReportName): Walk => {
  const walk = at('Agree the delivery');
  report(walk, name);
  return walk;
};

const cancelledAt = (step: StepName): Walk => {
  const walk = at(step);
  walk.command('cancel');
  return walk;
};

/** A deviation, handled as far as this step. */
function investigated(until: 'Triage the deviation' | 'Investigate the deviation' | 'Decide on the deviation'): Walk {
  const walk = reported('deviation-raised');
  for (const step of ['Triage the deviation', 'Investigate the deviation'] as const) {
    walk.decide(step);
    if (step === until) return walk;
  }
  walk.decide('Decide on the deviation', 'capa');
  return walk;
}

const needsCapa = (): Walk => investigated('Decide on the deviation');

/** Ways to the steps that do not lie on the straight path. */
const ASIDE: Readonly<Partial<Record<StepName, () => Walk>>> = {
  'Decide after a failed manufacture': () => {
    const walk = at('Follow the manufacture');
    walk.decide('Follow the manufacture', 'failed');
    return walk;
  },
  'Compare with the paper record': () => {
    const walk = at('Confirm funding');
    const occurredAt = walk.journey.now;
    walk.journey.pass('PT1H');
    const paper = { performer: personIn(['pharmacist']) };
    walk.decide('Confirm funding', undefined, { signer: personIn(['pharmacist'], 'c'), occurredAt, paper });
    return walk;
  },
  'Sign the correction': () => {
    const walk = at('Accept receipt');
    walk.decide('Accept receipt', 'quarantined');
    walk.decide('Resolve quarantine');
    const { decision } = walk.journey.step('Resolve quarantine');
    const occurredAt = { at: plus(walk.journey.now, '-PT1M', 'UTC'), zone: 'Europe/Berlin', known: 'stated' };
    walk.command('correct', { seq: decision?.seq, occurredAt });
    return walk;
  },
  'Triage the deviation': () => reported('deviation-raised'),
  'Investigate the deviation': () => investigated('Triage the deviation'),
  'Decide on the deviation': () => investigated('Investigate the deviation'),
  'Plan the CAPA': needsCapa,
  'Check that the CAPA works': () => {
    const walk = needsCapa();
    walk.decide('Plan the CAPA');
    return walk;
  },
  ...Object.fromEntries(CHANGE_STEPS.map((step) => [step, () => changeAt(step)])),
  'Match the order': () => {
    const walk = at('Register the referral');
    walk.journey.change((scribe) => {
      const { site, protocol, openedAt: orderedAt } = scribe.state;
      const order = { order: 'a'.repeat(64), sender: 'ehr', messageId: 'm2', eventId: 'event-2', orderedAt };
      receiveOrder(scribe, { ...order, site, protocol: { id: protocol.id, version: protocol.version } });
      return ok({ value: undefined });
    });
    walk.machines.deliver();
    return walk;
  },
  'Resolve quarantine': () => {
    const walk = at('Accept receipt');
    walk.decide('Accept receipt', 'quarantined');
    return walk;
  },
  'Record follow-up visit': () => {
    const walk = new Walk();
    walk.toFollowUp();
    const visits = () => walk.journey.open.filter(({ step }) => step === 'Record follow-up visit').length;
    while (visits() < 2) walk.runTo(walk.nextDue());
    return walk;
  },
  'Report to the registry': () => {
    const walk = new Walk();
    walk.toFollowUp();
    const isAsked = () => walk.journey.open.some(({ step }) => step === 'Report to the registry');
    while (!isAsked()) {
      const visit = walk.journey.open.find(({ step }) => step === 'Record follow-up visit');
      if (visit === undefined) walk.runTo(walk.nextDue());
      else walk.decide('Record follow-up visit');
    }
    return walk;
  },
  'Arrange the lifelong watch': () => {
    const plan = { ...PROTOCOL.followUp, visits: PROTOCOL.followUp.visits.slice(0, 1) };
    const walk = new Walk({ protocol: { ...PROTOCOL, followUp: plan } });
    walk.toFollowUp();
    while (!walk.journey.open.some(({ step }) => step === 'Record follow-up visit')) walk.runTo(walk.nextDue());
    walk.decide('Record follow-up visit');
    return walk;
  },
  'Reassess the patient': () => at('Follow the manufacture'),
  'Record the pending tests': pendingTests,
  'Record the disposition': () => reported('excursion'),
  'Resolve the mismatch': () => reported('identity-mismatch'),
  'Confirm the resolution': () => {
    const walk = reported('identity-mismatch');
    walk.decide('Resolve the mismatch');
    return walk;
  },
  'Review the flags': () => reported('flags-raised'),
  'Decide on the withdrawal': () => {
    const walk = reported('consent-withdrawn');
    // A form by which it is given again is signed later.
    walk.journey.pass('PT1M');
    return walk;
  },
  'Confirm the death': () => reported('death'),
  'Confirm the death as second person': () => {
    const walk = reported('death');
    walk.decide('Confirm the death', 'confirmed');
    return walk;
  },
  'Review the emergency continuation': () => {
    const walk = at('Give the product');
    value(goesOn(walk, 'Give the product', 'physician'));
    value(goesOn(walk, 'Give the product', 'pharmacist'));
    return walk;
  },
  'Stand everything down': () => cancelledAt('Record apheresis'),
  'Account for every container': () => {
    const walk = cancelledAt('Accept receipt');
    walk.decide('Stand everything down');
    return walk;
  },
  'Close the course': () => {
    const walk = cancelledAt('Accept receipt');
    walk.decide('Stand everything down');
    walk.decide('Account for every container');
    return walk;
  },
};

/** Whether a step lies on no straight path, so that only `sceneOf` leads to it. */
export const isAside = (step: StepName): boolean => ASIDE[step] !== undefined;

/** A batch certified while one of its tests was still pending. */
export function pendingTests(): Walk {
  const walk = at('Check certificate');
  const { journey } = walk;
  const evidence = {
    ...evidenceOf(journey.step('Check certificate'), 'certified', journey),
    pendingTests: [{ test: 'sterility', dueOn: '2026-12-10' }],
  };
  walk.decide('Check certificate', 'certified', { evidence });
  return walk;
}

/** A journey in which this step is open, with everything recorded that its decision rests on. */
export function sceneOf(step: StepName): Walk {
  const walk = ASIDE[step]?.() ?? at(step);
  if (step === 'Give the product' || step === 'Record apheresis') walk.complete(walk.journey.step(step));
  if (step === 'Ship the starting material' || step === 'Follow the delivery') walk.complete(walk.journey.step(step));
  return walk;
}
