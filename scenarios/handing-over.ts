import type { StaffMember } from '../lambdas/domain/ports.ts';
import type { Delegation } from '../lambdas/domain/staff/delegation.ts';
import type { Role, StepName } from '../lambdas/domain/vocabulary.ts';
import { expectShown, hiddenField } from '../local/scenario/browser.ts';
import type { Visit, VisitScript } from '../local/scenario/scenario.ts';
import { EXAMPLE_PIN, exampleStaff } from '../local/scenario/staff.ts';

/** Somebody beside the example staff, with the roles that a story gives them. */
export function colleague(id: string, name: string, roles: readonly Role[]): StaffMember {
  const [like] = exampleStaff;
  if (like === undefined) throw new Error('Example staff: expected somebody');
  return { ...like, id, name, mail: `${id}@hospital.example`, roles, language: 'en' };
}

interface Asked {
  readonly step: StepName;
  readonly after: string;
  readonly who: string;
  readonly to: string;
  readonly role: Delegation['role'];
}

/** Somebody hands the steps of a role over to a colleague for a fortnight, on the page and with their PIN. */
export const handsOver = ({ step, after, who, to, role }: Asked): VisitScript => ({
  whenAsked: { step, round: 1 },
  after,
  who,
  async does({ browser, moment }: Visit) {
    const form = hiddenField(await browser.open('/worklist/away?lang=en'), 'form');
    const until = `${moment.date(14)}T08:00`;
    const asked = { form, role, to, until, reason: 'on holiday', pin: EXAMPLE_PIN };
    expectShown(await browser.post('/worklist/delegations?lang=en', asked), { says: [`to ${to}`] });
  },
});
