import { describe, expect, it, test } from 'vitest';
import { everyAuthorisation } from '../../../lambdas/domain/gates/every-authorisation.ts';
import { fold } from '../../../lambdas/domain/journey/apply.ts';
import { contentOf } from '../../../lambdas/domain/journey/content.ts';
import { exemptionsOf } from '../../../lambdas/domain/journey/exemptions.ts';
import { type SitePolicy, STRICTEST_POLICY } from '../../../lambdas/domain/journey/site-policy.ts';
import type { Outcome } from '../../../lambdas/domain/outcome.ts';
import { noReadiness } from '../../../lambdas/domain/registers/site-readiness.ts';
import { reports } from '../../../lambdas/domain/reports/index.ts';
import { plus } from '../../../lambdas/domain/time.ts';
import type { ReportName, Role, StepName } from '../../../lambdas/domain/vocabulary.ts';
import { atBedside, correctAt } from '../../support/bedside.ts';
import { ONWARD, personIn, valuesOf } from '../../support/builders.ts';
import { value } from '../../support/journey-driver.ts';
import { aReadinessOf, standingEntry } from '../../support/register-entries.ts';
import { goesOn, LAPSED_THAWER, LAPSED_CHECKER as lapsed, report, sceneOf } from '../../support/scenes.ts';
import { Walk } from '../../support/walk.ts';

const CHECK: StepName = 'Check the order';
const going = (walk: Walk, role: Role, who = 'a') => goesOn(walk, CHECK, role, { who, performer: lapsed });
const checks = ({ journey }: Walk, signer = lapsed) => journey.sign(journey.step(CHECK), 'checked', { signer });
const gatesIn = (outcome: Outcome<unknown>): unknown =>
  outcome.ok ? 'recorded' : ((outcome.refusal.detail?.gates as { gate: string }[]) ?? []).map(({ gate }) => gate);
const problemIn = (outcome: Outcome<unknown>): unknown =>
  outcome.ok ? 'recorded' : (outcome.refusal.detail?.problem ?? outcome.refusal.code);
const opened = ({ journey }: Walk) => journey.state.deviations.map(({ kind, class: grade }) => `${grade} ${kind}`);

/** Gates that a page offers to pass in this way. */
const offered = ({ journey }: Walk, step: StepName, way: ReportName) => {
  const { state, protocol, now } = journey;
  const readiness = noReadiness(state.site.id);
  const context = { state, protocol, now, step: journey.step(step), evidence: {}, readiness };
  const gates = reports[way].gatesOffered?.(context);
  return [...new Set(gates)];
};

function checking(policy?: SitePolicy): Walk {
  const walk = new Walk(policy === undefined ? {} : { policy });
  walk.to(CHECK);
  return walk;
}

describe('an emergency continuation', () => {
  it('lets one person pass once two people in two named roles have signed it', () => {
    const walk = checking();
    expect(gatesIn(checks(walk))).toEqual(['competent']);
    expect(going(walk, 'physician').ok).toBe(true);
    expect([gatesIn(checks(walk)), opened(walk)]).toEqual([['competent'], []]);
    expect(going(walk, 'pharmacist').ok).toBe(true);
    expect(opened(walk)).toEqual(['critical emergency-continuation']);
    const other = { ...personIn(['pharmacist'], 'other'), competence: lapsed.competence };
    expect(gatesIn(checks(walk, other))).toEqual(['competent']);
    expect(gatesIn(checks(walk))).toBe('recorded');
    const made = walk.journey.state.reports.map(({ seq }) => seq);
    const decided = walk.journey.events.findLast(({ type, data }) => type === 'step.decided' && data.step === CHECK);
    expect(decided?.data).toMatchObject({ exemptions: [{ gate: 'competent', of: made }] });
    expect(fold(walk.journey.events)?.steps).toEqual(walk.journey.state.steps);
  });

  it.each<[string, [Role, string][]]>([
    [
      'one person twice',
      [
        ['physician', 'a'],
        ['physician', 'a'],
      ],
    ],
    [
      'two people in one role',
      [
        ['physician', 'a'],
        ['physician', 'b'],
      ],
    ],
  ])('is not made by %s', (_who, signed) => {
    const walk = checking();
    for (const [role, who] of signed) expect(going(walk, role, who).ok).toBe(true);
    expect([gatesIn(checks(walk)), opened(walk)]).toEqual([['competent'], []]);
  });

  it('is joined by whoever holds both roles in the one that is wanting', () => {
    const walk = checking();
    value(going(walk, 'physician'));
    const { journey } = walk;
    const evidence = {
      gate: 'competent',
      performer: lapsed.id,
      exemptedUntil: plus(journey.now, 'PT6H', 'UTC'),
      explanation: 'nobody else',
    };
    const signer = personIn(['physician', 'pharmacist'], 'both');
    value(journey.report(journey.step(CHECK), 'emergency-continuation', { signer, evidence, named: lapsed }));
    expect(gatesIn(checks(walk))).toBe('recorded');
  });

  it('is made by no other role, by whoever it lets through, on paper, or at another time', () => {
    const walk = checking();
    expect(problemIn(going(walk, 'nurse'))).toBe('other-role');
    const { journey } = walk;
    const evidence = {
      gate: 'competent',
      performer: lapsed.id,
      exemptedUntil: plus(journey.now, 'PT6H', 'UTC'),
      explanation: 'nobody else',
    };
    const make = (more: Parameters<typeof journey.report>[2]) =>
      problemIn(journey.report(journey.step(CHECK), 'emergency-continuation', { evidence, named: lapsed, ...more }));
    expect(make({ signer: lapsed })).toBe('not-oneself');
    expect(make({ occurredAt: journey.now })).toBe('counts-from-now');
    expect(make({ occurredAt: journey.now, paper: { performer: personIn(['physician'], 'p') } })).toBe(
      'not-from-paper',
    );
    const without = (values: object) => make({ evidence: { ...evidence, ...values } });
    expect(without({ exemptedUntil: plus(journey.now, 'PT13H', 'UTC') })).toBe('exempted-too-long');
    expect(without({ exemptedUntil: journey.now })).toBe('not-ahead');
    expect(without({ gate: 'approvals-valid' })).toBe('passed-otherwise');
    expect(problemIn(journey.report(journey.step(CHECK), 'emergency-continuation', { evidence }))).toBe(
      'not-on-the-register',
    );
    const able = personIn(['pharmacist'], 'able');
    expect(make({ evidence: { ...evidence, performer: able.id }, named: able })).toBe('gate-open');
    expect(journey.state.reports).toEqual([]);
  });

  it('ends with the earlier of the two times', () => {
    const walk = checking();
    value(going(walk, 'physician'));
    walk.journey.pass('PT5H');
    value(going(walk, 'pharmacist'));
    walk.journey.pass('PT59M');
    const [exemption] = exemptionsOf(walk.journey.state, walk.journey.step(CHECK));
    expect(exemption?.until).toBe(plus(walk.journey.now, 'PT1M', 'UTC'));
    walk.journey.pass('PT1M');
    expect(gatesIn(checks(walk))).toEqual(['competent']);
  });

  it('is not made by a second signature that comes after the first has ended', () => {
    const walk = checking();
    value(going(walk, 'physician'));
    walk.journey.pass('PT6H');
    value(going(walk, 'pharmacist'));
    expect([gatesIn(checks(walk)), opened(walk)]).toEqual([['competent'], []]);
  });

  it('lets nobody pass for what they did before it', () => {
    const walk = checking();
    const before = walk.journey.now;
    walk.journey.pass('PT1H');
    value(going(walk, 'physician'));
    value(going(walk, 'pharmacist'));
    const { journey } = walk;
    const signing = { signer: lapsed, occurredAt: before };
    expect(gatesIn(journey.sign(journey.step(CHECK), 'checked', signing))).toEqual(['competent']);
  });

  it('is by the roles that the site names', () => {
    const walk = checking({ ...STRICTEST_POLICY, continuationRoles: [['physician', 'on-call']] });
    expect(problemIn(going(walk, 'pharmacist'))).toBe('other-role');
    value(going(walk, 'physician'));
    value(going(walk, 'on-call'));
    expect(gatesIn(checks(walk))).toBe('recorded');
  });

  it.each(['qa-exemption', 'never'] as const)('is refused where the site made the class %s', (stricter) => {
    const walk = checking({ ...STRICTEST_POLICY, gateClasses: { competent: stricter } });
    expect(problemIn(going(walk, 'physician'))).toBe('passed-otherwise');
    expect(gatesIn(checks(walk))).toEqual(['competent']);
  });
});

describe('at the bedside', () => {
  const thaws = (walk: Walk, occurredAt?: string) =>
    atBedside(walk, 'thaw-ended', { signer: LAPSED_THAWER, ...(occurredAt === undefined ? {} : { occurredAt }) });
  const continued = () => sceneOf('Review the emergency continuation');

  it('what is done by it is no deviation of its own, and names it', () => {
    const walk = continued();
    expect(thaws(walk).ok).toBe(true);
    expect(opened(walk)).toEqual(['critical emergency-continuation']);
    const made = walk.journey.state.reports.map(({ seq }) => seq);
    expect(walk.journey.events.findLast(({ type }) => type === 'checklist.recorded')?.data).toMatchObject({
      exemptions: [{ gate: 'competent', of: made }],
    });
  });

  it('what was done before it is recorded, as a deviation; so is what a corrected time shows to have been', () => {
    const walk = continued();
    const before = plus(walk.journey.now, '-PT1H', 'UTC');
    value(thaws(walk));
    correctAt(walk, 'thaw-ended', before);
    expect(opened(walk)).toContain('critical against-competent');
    const other = continued();
    value(thaws(other, plus(other.journey.now, '-PT1H', 'UTC')));
    expect(opened(other)).toContain('critical against-competent');
  });
});

describe('the review', () => {
  it('is asked of QA, due as the next working day ends, and outlasts the course', () => {
    const walk = sceneOf('Review the emergency continuation');
    const { journey } = walk;
    const [due] = journey.state.phases.filter(({ phase }) => phase === 'ContinuationReview');
    expect(due).toMatchObject({ about: journey.state.reports.at(-1)?.seq });
    walk.command('cancel');
    expect(journey.step('Review the emergency continuation').status).toBe('open');
    const signed = (signer: ReturnType<typeof personIn>) =>
      problemIn(journey.sign(journey.step('Review the emergency continuation'), 'accepted', { signer }));
    expect(signed({ ...personIn(['qa']), id: 'physician-a' })).toBe('same-person');
    expect(signed(personIn(['qa']))).toBe('recorded');
  });

  it('can find that it should have waited', () => {
    const walk = sceneOf('Review the emergency continuation');
    walk.decide('Review the emergency continuation', 'not-accepted');
    expect(opened(walk)).toEqual(['critical emergency-continuation', 'critical continuation-not-accepted']);
  });
});

/** A course at its slots, with its approvals lapsed. */
function lapsedApprovals(policy?: SitePolicy): Walk {
  const walk = new Walk(policy === undefined ? {} : { policy });
  walk.to('Place the order');
  walk.runTo(plus(walk.journey.now, 'P2Y', 'UTC'));
  return walk;
}

const exempts = ({ journey }: Walk, signer = personIn(['qa'], 'q'), hours = 6) =>
  journey.report(journey.step('Place the order'), 'qa-exemption', {
    signer,
    evidence: {
      gate: 'approvals-valid',
      exemptedUntil: plus(journey.now, `PT${hours}H`, 'UTC'),
      explanation: 'the board met again today',
    },
  });

describe('an exemption by QA', () => {
  const orders = ({ journey }: Walk, signer = personIn(['physician'])) =>
    journey.sign(journey.step('Place the order'), 'ordered', { signer });

  it('lets others pass for a time, and opens a major deviation', () => {
    const walk = lapsedApprovals();
    expect(gatesIn(orders(walk))).toEqual(['approvals-valid']);
    value(exempts(walk));
    expect(opened(walk)).toEqual(['major qa-exemption']);
    const self = { ...personIn(['physician', 'qa']), id: 'qa-q' };
    expect(gatesIn(orders(walk, self))).toEqual(['approvals-valid']);
    const later = lapsedApprovals();
    value(exempts(later));
    later.journey.pass('PT6H');
    expect(gatesIn(orders(later))).toEqual(['approvals-valid']);
    expect(gatesIn(orders(walk))).toBe('recorded');
  });

  it('is given by nobody else, for no long time, where nothing is closed, or where the site has none', () => {
    const walk = lapsedApprovals();
    expect(problemIn(exempts(walk, personIn(['physician'])))).toBe('other-role');
    expect(problemIn(exempts(walk, personIn(['qa']), 73))).toBe('exempted-too-long');
    expect(
      problemIn(exempts(lapsedApprovals({ ...STRICTEST_POLICY, gateClasses: { 'approvals-valid': 'never' } }))),
    ).toBe('passed-otherwise');
    const open = new Walk();
    open.to('Place the order');
    expect(problemIn(exempts(open))).toBe('gate-open');
  });
});

describe('what it is for', () => {
  const orders = ({ journey }: Walk) => journey.sign(journey.step('Place the order'), 'ordered');
  /** A site that is ready for the product, resting on two agreements. */
  const resting = (...until: readonly string[]) =>
    aReadinessOf(
      standingEntry({
        ...{ register: 'product-readiness', id: 'kymriah', serves: ['kymriah'] },
        restsOn: until.map((_, place) => ({ register: 'agreements', id: `AG-${place}` })),
      }),
      ...until.map((day, place) =>
        standingEntry({ register: 'agreements', id: `AG-${place}`, counts: [{ what: 'review', until: day }] }),
      ),
    );
  const exemptsReadiness = ({ journey }: Walk) =>
    journey.report(journey.step('Place the order'), 'qa-exemption', {
      signer: personIn(['qa'], 'q'),
      evidence: { gate: 'site-ready', exemptedUntil: plus(journey.now, 'PT60H', 'UTC'), explanation: 'signed today' },
    });

  it.each([
    ['after', ['2020-01-01', '2027-01-01']],
    ['before', ['2027-01-01', '2020-01-01']],
  ] as const)('is what closed it then: what lapses beside it, named %s it, closes it again', (_place, days) => {
    const walk = new Walk();
    walk.to('Place the order');
    const { journey } = walk;
    journey.readiness = resting(...days);
    expect(gatesIn(orders(walk))).toEqual(['site-ready']);
    value(exemptsReadiness(walk));
    const made = journey.state.reports.at(-1);
    expect(made?.closedBy).toEqual([expect.stringMatching(/^agreements AG-\d: review until 2020-01-01$/)]);
    expect(opened(walk)).toEqual(['major qa-exemption']);
    expect(journey.state.deviations[0]?.detail).toContain('review until 2020-01-01');
    journey.readiness = resting(...days.map((day) => (day === '2027-01-01' ? '2020-02-02' : day)));
    expect(gatesIn(orders(walk))).toEqual(['site-ready']);
    // It is given for both then.
    value(exemptsReadiness(walk));
    expect(gatesIn(orders(walk))).toBe('recorded');
    expect(fold(journey.events)?.reports).toEqual(journey.state.reports);
  });

  it('is whatever closed it where the log is older than its reasons', () => {
    const walk = lapsedApprovals();
    value(exempts(walk));
    const older = walk.journey.events.map((event) => {
      if (event.type !== 'report.made') return event;
      const { closedBy: _closedBy, ...data } = event.data;
      return { ...event, data };
    });
    const state = fold(older);
    expect(state && exemptionsOf(state, walk.journey.step('Place the order'))).toMatchObject([
      { gate: 'approvals-valid' },
    ]);
    expect(state?.reports.at(-1)).not.toHaveProperty('closedBy');
  });
});

describe('taken back by quality assurance', () => {
  const orders = ({ journey }: Walk) => journey.sign(journey.step('Place the order'), 'ordered');
  const takesBack = ({ journey }: Walk, step: StepName, values: object = {}, signer = personIn(['qa'], 'r')) =>
    journey.report(journey.step(step), 'exemption-taken-back', {
      signer,
      evidence: { gate: 'approvals-valid', explanation: 'the board did not meet', ...values },
    });

  it('it ends at once; another can be given after it', () => {
    const walk = lapsedApprovals();
    expect(problemIn(takesBack(walk, 'Place the order'))).toBe('nothing-to-take-back');
    value(exempts(walk));
    walk.journey.pass('PT1M');
    expect(problemIn(takesBack(walk, 'Place the order', {}, personIn(['physician'])))).toBe('other-role');
    value(takesBack(walk, 'Place the order'));
    expect(gatesIn(orders(walk))).toEqual(['approvals-valid']);
    expect(problemIn(takesBack(walk, 'Place the order', { explanation: 'again' }))).toBe('nothing-to-take-back');
    const { journey } = walk;
    const shown = contentOf(journey.state, journey.step('Place the order'), journey.protocol);
    expect(shown.facts).toContainEqual({ label: 'exemptionTakenBackBy', value: 'qa-r', of: 'approvals-valid' });
    walk.journey.pass('PT1M');
    value(exempts(walk, personIn(['qa'], 's')));
    expect(gatesIn(orders(walk))).toBe('recorded');
  });

  it('so does what one of two roles has signed: the second makes nothing whole', () => {
    const walk = checking();
    value(going(walk, 'physician'));
    walk.journey.pass('PT1M');
    value(takesBack(walk, CHECK, { gate: 'competent', performer: lapsed.id }));
    walk.journey.pass('PT1M');
    value(going(walk, 'pharmacist'));
    expect([gatesIn(checks(walk)), opened(walk)]).toEqual([['competent'], []]);
    value(going(walk, 'physician', 'c'));
    expect(gatesIn(checks(walk))).toBe('recorded');
  });

  it('is offered where something stands, and nowhere else', () => {
    const walk = lapsedApprovals();
    expect(offered(walk, 'Place the order', 'exemption-taken-back')).toEqual([]);
    value(exempts(walk));
    expect(offered(walk, 'Place the order', 'exemption-taken-back')).toEqual(['approvals-valid']);
  });
});

it('what an item of a checklist refuses is passed by the way that its class names, and its event says so', () => {
  const walk = new Walk();
  walk.to('Record apheresis');
  const { journey } = walk;
  const { decision } = journey.step('Confirm funding');
  const yesterday = plus(journey.now, '-P1D', 'UTC').slice(0, 'yyyy-mm-dd'.length);
  walk.command('correct', { seq: decision?.seq, evidence: { path: 'validUntil', to: yesterday } });
  const step = journey.step('Record apheresis');
  const again = () => journey.record(step, 'ready-again', { evidence: valuesOf('ready-again', journey) });
  expect(gatesIn(again())).toEqual(['approvals-valid']);
  const evidence = {
    gate: 'approvals-valid',
    exemptedUntil: plus(journey.now, 'PT6H', 'UTC'),
    explanation: 'the insurer confirmed it by telephone',
  };
  const { seq } = value(journey.report(step, 'qa-exemption', { signer: personIn(['qa'], 'q'), evidence }));
  expect(gatesIn(again())).toBe('recorded');
  expect(journey.events.findLast(({ type }) => type === 'checklist.recorded')?.data).toMatchObject({
    exemptions: [{ gate: 'approvals-valid', of: [seq] }],
  });
});

/** How each gate of every authorisation is closed, and those that can be passed. */
const CLOSED: Readonly<Record<string, () => { walk: Walk; step: StepName; signer: ReturnType<typeof personIn> }>> = {
  'not-held': () => at('Place the order', (walk) => walk.command('hold')),
  'no-death-reported': () => at('Place the order', (walk) => report(walk, 'death')),
  'consent-stands': () => at('Place the order', (walk) => report(walk, 'consent-withdrawn')),
  'no-mismatch-open': () => at('Place the order', (walk) => report(walk, 'identity-mismatch')),
  'approvals-valid': () => ({ walk: lapsedApprovals(), step: 'Place the order', signer: personIn(['physician']) }),
  competent: () => ({ walk: checking(), step: CHECK, signer: lapsed }),
};

function at(step: StepName, closes: (walk: Walk) => unknown) {
  const walk = new Walk();
  walk.to(step);
  closes(walk);
  return { walk, step, signer: personIn(['physician']) };
}

test('a page offers the gates that may be closed there, each in the way of its class alone', () => {
  const order = checking();
  expect(offered(order, CHECK, 'emergency-continuation')).toEqual(['competent']);
  expect(offered(order, CHECK, 'qa-exemption')).toEqual([]);
  const prescription: StepName = 'Prescribe the product';
  const walk = sceneOf(prescription);
  const before = offered(walk, prescription, 'qa-exemption');
  expect(before).not.toContain('no-critical-deviation-open');
  report(walk, 'deviation-raised', { deviationClass: 'critical', concerns: 'identity' });
  walk.decide('Triage the deviation');
  expect(offered(walk, prescription, 'qa-exemption')).toEqual([...before, 'no-critical-deviation-open']);
});

test('every gate of every authorisation is tried', () => {
  expect(Object.keys(CLOSED)).toEqual(expect.arrayContaining(everyAuthorisation.map(({ name }) => name)));
});

/** What somebody might hope to get past a gate by. */
const ROUTES: Readonly<Record<string, (walk: Walk, step: StepName) => unknown>> = {
  'as it is': () => undefined,
  'given to one person': (walk, step) =>
    walk.command('reassign', { ...refOf(walk, step), to: CLOSED_SIGNERS[step] ?? 'physician-a' }),
  'with a new link': (walk, step) => walk.command('reissue', refOf(walk, step)),
  'with its mail sent again': (walk, step) => walk.command('resend', refOf(walk, step)),
  'with a later due time': (walk, step) =>
    walk.command('extend', { ...refOf(walk, step), dueAt: plus(walk.journey.now, 'P9D', 'UTC') }),
  'in a run started again from the log': (walk) => {
    walk.machines.kill();
    walk.command('resume-execution');
  },
  'opened once more by the newest run': (walk, step) => {
    walk.journey.openStep(walk.journey.step(step), walk.journey.state.run);
  },
  'with the word of QA alone, for another gate': (walk, step) =>
    walk.journey.report(walk.journey.step(step), 'qa-exemption', {
      signer: personIn(['qa'], 'q'),
      evidence: { gate: 'not-held', exemptedUntil: plus(walk.journey.now, 'PT6H', 'UTC'), explanation: 'let it pass' },
    }),
  'with two roles, for another gate': (walk, step) => {
    for (const role of ['physician', 'pharmacist'] as const) {
      walk.journey.report(walk.journey.step(step), 'emergency-continuation', {
        signer: personIn([role]),
        evidence: {
          gate: 'no-death-reported',
          exemptedUntil: plus(walk.journey.now, 'PT6H', 'UTC'),
          explanation: 'go',
        },
      });
    }
  },
};

const refOf = ({ journey }: Walk, name: StepName) => {
  const { phase, round, step } = journey.step(name);
  return { phase, round, step };
};
const CLOSED_SIGNERS: Readonly<Partial<Record<StepName, string>>> = { [CHECK]: lapsed.id };

test.each(Object.entries(CLOSED))('what %s closes is signed by no route', (gate, scene) => {
  const { walk, step, signer } = scene();
  const { journey } = walk;
  const decided = () => journey.events.filter(({ type }) => type === 'step.decided').length;
  const before = decided();
  const decide = (occurredAt?: string) =>
    gatesIn(
      journey.sign(journey.step(step), ONWARD[step], { signer, ...(occurredAt === undefined ? {} : { occurredAt }) }),
    );
  for (const [route, tries] of Object.entries(ROUTES)) {
    tries(walk, step);
    expect({ route, gates: decide() }).toEqual({ route, gates: expect.arrayContaining([gate]) });
    expect({ route, gates: decide(journey.now) }).toEqual({ route, gates: expect.arrayContaining([gate]) });
  }
  expect(decided()).toBe(before);
  expect(fold(journey.events)?.steps[journey.step(step).key]?.status).toBe('open');
});
