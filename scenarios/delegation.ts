import { expectShown, hiddenField } from '../local/scenario/browser.ts';
import type { Scenario, VisitScript } from '../local/scenario/scenario.ts';
import { goesElsewhere } from './endings.ts';
import { colleague, handsOver } from './handing-over.ts';
import { orderEvidence } from './usual-evidence.ts';
import { closed, leftAtSlots, ordered } from './usual-log.ts';

const FOR_PHYSICIAN = { who: 'ben', onBehalfOf: 'physician' } as const;

/** The deputy finds the step on their list, and its page asks in whose place they sign. */
const readsList: VisitScript = {
  whenAsked: { step: 'Confirm consent', round: 1 },
  after: 'PT1H',
  who: 'ben',
  async does({ browser, link }) {
    expectShown(await browser.open('/worklist?lang=en'), { says: ['handed over to you by physician'] });
    expectShown(await browser.open(`${link}?lang=en`), { says: ['on behalf of physician (handed over to you until'] });
  },
};

const givesBack: VisitScript = {
  whenAsked: { step: 'Place the order', round: 1 },
  after: 'PT1H',
  who: 'ben',
  async does({ browser, journeyId }) {
    const page = await browser.open('/worklist/away?lang=en');
    const posted = { form: hiddenField(page, 'form'), id: hiddenField(page, 'id') };
    expectShown(await browser.post('/worklist/delegations/end?lang=en', posted), {});
    const timeline = await browser.open(`/worklist/journeys/${journeyId}?lang=en`);
    expectShown(timeline, { says: ['ben on behalf of physician'] });
  },
};

export const delegation: Scenario = {
  name: 'delegation',
  title:
    'A physician goes on holiday and hands their steps over to a colleague: mails go there, each signature says in whose place, and the colleague gives it back early.',
  protocol: 'kymriah',
  staff: [colleague('ben', 'Dr Ben Deputy', ['physician'])],
  play: (course) => ({
    scripts: [
      {
        step: 'Confirm eligibility',
        answers: [
          {
            decision: 'eligible',
            after: 'PT30M',
            ...FOR_PHYSICIAN,
            evidence: orderEvidence.eligible(course),
            refused: 403,
            because: 'no-delegation',
          },
          { decision: 'eligible', after: '+3d 16:30', ...FOR_PHYSICIAN, evidence: orderEvidence.eligible(course) },
        ],
      },
      {
        step: 'Confirm consent',
        answers: [
          {
            decision: 'consented',
            after: 'PT2H',
            who: 'nurse',
            onBehalfOf: 'ben',
            evidence: orderEvidence.consented,
            refused: 403,
            because: 'no-delegation',
          },
          { decision: 'consented', after: '+1d 11:00', ...FOR_PHYSICIAN, evidence: orderEvidence.consented },
        ],
      },
      {
        step: 'Place the order',
        answers: [
          {
            decision: 'ordered',
            after: 'PT2H',
            ...FOR_PHYSICIAN,
            evidence: orderEvidence.ordered(course),
            refused: 403,
            because: 'no-delegation',
          },
          { decision: 'ordered', after: '+1d 09:30', who: 'ben', evidence: orderEvidence.ordered(course) },
        ],
      },
    ],
    operations: [goesElsewhere('Book the slots')],
    visits: [
      handsOver({ step: 'Confirm eligibility', after: 'PT1H', who: 'physician', to: 'ben', role: 'physician' }),
      readsList,
      givesBack,
    ],
    expect: {
      outcome: 'cancelled',
      log: {
        journey: ['opened', 'cancelled', ...closed('cancelled').journey.slice(1)],
        ...ordered,
        ...leftAtSlots,
      },
      reminders: [],
      deviations: [],
      mailed: { 'Confirm eligibility 1': ['ben', 'physician'], 'Confirm consent 1': ['ben'] },
    },
  }),
};
