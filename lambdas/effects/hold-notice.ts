import { heldEffectId } from '../adapters/dynamo-held-mail.ts';
import { personOwner } from '../adapters/table-keys.ts';
import { dateOf } from '../domain/calendar/local-time.ts';
import type { MailClass } from '../domain/events/data.ts';
import type { AskedNotice } from '../domain/journey/notice.ts';
import type { PendingEffect, PersonDay, StaffMember } from '../domain/ports.ts';
import { heldUntil, type TellingSite } from '../domain/telling/held-until.ts';
import type { Instant } from '../domain/time.ts';
import type { EffectDeps } from './effect-deps.ts';
import type { Recipient } from './in-place-of.ts';
import { siteOf } from './site-of.ts';
import type { Tidings } from './tidings.ts';

/** Until when a reader is not written to about this; undefined: they are told now. */
export async function waitsUntil(
  deps: EffectDeps,
  { member, team }: Recipient,
  { urgency }: Tidings,
): Promise<Instant | undefined> {
  // Whatever it costs to find out more, what is urgent does not wait for it.
  if (urgency.class === 'critical') return undefined;
  // A mailbox that people share has no night: whoever is there reads it.
  if (team !== undefined) return undefined;
  const site = siteOf(deps, member);
  const wishes = (await isOverBudget(deps, member, site)) ? { ...member, mails: 'digest' as const } : member;
  return heldUntil(urgency, wishes, site, deps.now());
}

/**
 * Until when a reader whose mail is out is not told in other ways; undefined: now. Their digest and budget are of mails: who had
 * the mail of a day would wait for the next one, day after day.
 */
export const quietUntilFor = (
  deps: EffectDeps,
  { member: { quietHours, ...member }, team }: Recipient,
  { urgency }: Tidings,
): Instant | undefined =>
  team === undefined ? heldUntil(urgency, { quietHours }, siteOf(deps, member), deps.now()) : undefined;

/**
 * Puts a notice with what waits for its reader. The schedule comes first: alone it does nothing, and what nobody scheduled
 * would be found by the sweep only. False where that mail is on its way already: then the reader is told now.
 */
export async function holdFor(
  deps: EffectDeps,
  { journeyId, since }: PendingEffect,
  notice: AskedNotice,
  { member, role }: Recipient,
  until: Instant,
): Promise<boolean> {
  await deps.scheduler.deliverAt(personOwner(member.id), heldEffectId(until), until);
  return (await deps.held.hold(member.id, until, { journeyId, notice, since, role })) === 'held';
}

/** Counts a mail that left, where the site has a budget. */
export async function countMail(deps: EffectDeps, member: StaffMember, kind: MailClass | 'digest'): Promise<void> {
  const site = siteOf(deps, member);
  if (site.telling?.mailsADay !== undefined) await deps.mailCounts.add(today(deps, member, site), kind);
}

const today = (deps: EffectDeps, { id: person, site }: StaffMember, { zone }: TellingSite): PersonDay => ({
  site,
  day: dateOf(deps.now(), zone),
  person,
});

/** What is urgent is never too much, and does not count. QA is told once a day of whom it was too much. */
async function isOverBudget(deps: EffectDeps, member: StaffMember, site: TellingSite): Promise<boolean> {
  const most = site.telling?.mailsADay;
  if (most === undefined || member.mails === 'digest') return false;
  const day = today(deps, member, site);
  const { info, due } = await deps.mailCounts.of(day);
  if (info + due < most) return false;
  await deps.personMails.ask({
    person: member.id,
    id: `mail-budget-${day.day}`,
    notice: {
      about: 'person',
      what: 'mail-budget',
      person: member.id,
      site: member.site,
      class: 'info',
      to: ['qa'],
    },
    since: deps.now(),
  });
  return true;
}
