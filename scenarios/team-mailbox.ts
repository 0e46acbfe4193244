import { expectShown, hiddenField } from '../local/scenario/browser.ts';
import type { Scenario, Visit, VisitScript } from '../local/scenario/scenario.ts';
import { EXAMPLE_SITE } from '../local/scenario/staff.ts';
import { goesElsewhere } from './endings.ts';
import { colleague } from './handing-over.ts';
import { orderEvidence } from './usual-evidence.ts';
import { closed, leftAtSlots, ordered } from './usual-log.ts';

const MAILBOX = 'pharmacy';

/** Somebody of the team opens the link of the shared mailbox, at its time, and does something there. */
const visits = (who: string, after: string, does: (visit: Visit) => Promise<void>): VisitScript => ({
  whenAsked: { step: 'Confirm funding', round: 1 },
  after,
  who,
  does,
});

async function claims({ browser, link }: Visit): Promise<void> {
  const page = await browser.open(`${link}?lang=en`);
  expectShown(page, { says: ['Nobody has claimed this step.', 'I see to it', 'can sign it all the same'] });
  const posted = { form: hiddenField(page, 'form'), do: 'claim' };
  const claimed = await browser.post(`${link}/claim?lang=en`, posted);
  expectShown(claimed, { says: ['You have claimed this step', 'Give it back'] });
}

export const teamMailbox: Scenario = {
  name: 'team-mailbox',
  title:
    'A step goes to a mailbox that two pharmacists share: one claims it, the other sees that; the shift ends, and the other claims and signs it.',
  protocol: 'kymriah',
  staff: [colleague('paula', 'Paula Pharmacist', ['pharmacist']), colleague('pete', 'Pete Pharmacist', ['pharmacist'])],
  teams: [
    {
      id: MAILBOX,
      name: 'Pharmacy',
      role: 'pharmacist',
      site: EXAMPLE_SITE,
      mail: `${MAILBOX}@hospital.example`,
      language: 'en',
    },
  ],
  play: () => ({
    scripts: [
      {
        step: 'Confirm funding',
        answers: [{ decision: 'funded', after: '+1d 09:30', who: 'pete', evidence: orderEvidence.funded }],
      },
    ],
    operations: [goesElsewhere('Book the slots')],
    visits: [
      visits('paula', 'PT1H', claims),
      visits('pete', 'PT2H', async ({ browser, link }) => {
        expectShown(await browser.open(`${link}?lang=en`), { says: ['paula has claimed this step at'] });
        expectShown(await browser.open('/worklist?lang=en'), { says: ['claimed by paula since'] });
        expectShown(await browser.open('/board?lang=en'), { says: ['claimed by paula since'] });
      }),
      // Her shift ended in the night.
      visits('pete', '+1d 09:00', claims),
    ],
    expect: {
      outcome: 'cancelled',
      log: {
        journey: ['opened', 'cancelled', ...closed('cancelled').journey.slice(1)],
        ...ordered,
        ...leftAtSlots,
        'Confirm funding 1': ['claimed by paula', 'claimed by pete', 'funded'],
      },
      reminders: ['Place the order 1: nearly', 'Place the order 1: due'],
      deviations: [],
      mailed: { 'Confirm funding 1': [MAILBOX], 'Check the order 1': [MAILBOX] },
    },
  }),
};
