import { type CalendarEntry, calendarOf } from '../adapters/icalendar.ts';
import type { MailAttachment } from '../adapters/ses-mailer.ts';
import { dateOf } from '../domain/calendar/local-time.ts';
import { plannedVisit } from '../domain/clocks/follow-up.ts';
import type { Notice } from '../domain/journey/notice.ts';
import { protocolOf } from '../domain/journey/protocol-of.ts';
import { itemKey, ROLES_OF } from '../domain/plan/plan-item.ts';
import { isWholeDays } from '../domain/plan/stretch.ts';
import type { StaffMember, StoredJourney } from '../domain/ports.ts';
import type { Role } from '../domain/vocabulary.ts';
import { planSummary } from '../pages/mail/plan-mail.ts';
import type { PlanChange, PlanNotice, Stretch } from '../pages/mail-views.ts';
import type { EffectDeps } from './effect-deps.ts';
import type { Recipient } from './in-place-of.ts';
import { recipientsOf } from './recipients.ts';
import type { Source } from './tidings.ts';

/** What one person is written, with the invitations that go with it. */
export interface PlanMail {
  readonly notice: PlanNotice;
  readonly attachments: readonly MailAttachment[];
}

/** Whom one change of the plan concerns, and what each of them is told: only dates in their own diary. */
export interface PlanMails {
  readonly recipients: readonly Recipient[];
  readonly mailFor: (recipient: Recipient) => PlanMail;
}

/**
 * The mails of one change of the plan. They say what that change said, though the plan may have moved on since: then another
 * mail follows, with a higher SEQUENCE.
 */
export async function planMails(
  deps: EffectDeps,
  pending: Source,
  { seq, class: mailClass }: Extract<Notice, { about: 'plan' }>,
  stored: StoredJourney,
): Promise<PlanMails> {
  const event = stored.events.find((one) => one.seq === seq);
  if (event?.type !== 'plan.changed') return { recipients: [], mailFor: () => never(seq) };
  const { zone, id: site } = stored.state.site;
  const protocol = protocolOf(deps, stored);
  const told = new Map<string, { readonly recipient: Recipient; readonly changes: PlanChange[] }>();
  // Into their own diary, whoever acts for them meanwhile.
  const staff = {
    find: (id: string) => deps.staff.find(id),
    roster: remembered((at, role) => deps.staff.roster(at, role)),
    deputising: remembered((at, role) => deps.staff.deputising(at, role)),
  };
  for (const { item, number, from, to } of event.data.items) {
    const visit = item === 'visit' ? plannedVisit(stored.state, protocol, number)?.name : undefined;
    const change: PlanChange = {
      item,
      number,
      from: shownIn(zone, from),
      to: shownIn(zone, to),
      ...(visit === undefined ? {} : { visit }),
    };
    for (const recipient of await recipientsOf(staff, site, ROLES_OF[item])) {
      const known = told.get(recipient.member.id);
      if (known === undefined) told.set(recipient.member.id, { recipient, changes: [change] });
      else known.changes.push(change);
    }
  }
  const base = { notice: 'plan-changed', journeyId: pending.journeyId, class: mailClass, zone } as const;
  const mails = new Map<string, PlanMail>();
  return {
    recipients: [...told.values()].map(({ recipient }) => recipient),
    mailFor: ({ member }) => {
      const known = mails.get(member.id);
      if (known !== undefined) return known;
      const changes = told.get(member.id)?.changes ?? [];
      const entry = entryOf(deps, pending.journeyId, event.data.sequence, zone, member);
      const mail = { notice: { ...base, at: pending.since, changes }, attachments: changes.map(entry) };
      mails.set(member.id, mail);
      return mail;
    },
  };
}

const shownIn = (zone: string, stretch: Omit<Stretch, 'wholeDays'> | null): Stretch | null =>
  stretch === null ? null : { ...stretch, wholeDays: isWholeDays(stretch, zone) };

const never = (seq: number): never => {
  throw new RangeError(`Plan notice: got seq ${seq} without a change of the plan, expected nobody to be asked for`);
};

/** The register of one site, each role asked for once. */
function remembered<T>(ask: (site: string, role: Role) => Promise<T>): (site: string, role: Role) => Promise<T> {
  const answers = new Map<Role, Promise<T>>();
  return (site, role) => {
    const answer = answers.get(role) ?? ask(site, role);
    answers.set(role, answer);
    return answer;
  };
}

const entryOf =
  (deps: EffectDeps, journeyId: string, sequence: number, zone: string, { mail, language }: StaffMember) =>
  (change: PlanChange): MailAttachment => {
    const method = change.to === null ? 'CANCEL' : 'REQUEST';
    const { summary, description } = planSummary(journeyId, change, zone, language);
    const stretch = change.to ?? change.from ?? { from: deps.now(), until: deps.now(), wholeDays: false };
    const entry: CalendarEntry = {
      uid: `${journeyId}-${itemKey(change)}@${new URL(deps.publicUrl).hostname}`,
      sequence,
      method,
      stamp: deps.now(),
      when: stretch.wholeDays
        ? { firstDay: dateOf(stretch.from, zone), dayAfter: dateOf(stretch.until, zone) }
        : stretch,
      summary,
      description,
      organizer: deps.mailFrom,
      attendee: mail,
    };
    return {
      fileName: `${itemKey(change)}.ics`,
      contentType: `text/calendar; charset=UTF-8; method=${method}`,
      content: calendarOf(entry),
    };
  };
