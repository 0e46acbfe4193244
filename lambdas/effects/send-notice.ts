import { newLinkToken, newNonceKey, tokenHash } from '../adapters/link-token.ts';
import type { MailAttachment } from '../adapters/ses-mailer.ts';
import { deadlineOf } from '../domain/clocks/deadline.ts';
import { plannedVisit } from '../domain/clocks/follow-up.ts';
import { originOf, toAcknowledge } from '../domain/clocks/unseen.ts';
import type { Tier } from '../domain/events/data.ts';
import { Fault } from '../domain/faults.ts';
import { protocolOf } from '../domain/journey/change-journey.ts';
import type { Notice } from '../domain/journey/effects.ts';
import { mailFacts } from '../domain/journey/facts-of-mail.ts';
import { productExpiry } from '../domain/journey/product.ts';
import { roleOf } from '../domain/journey/role-of.ts';
import { type JourneyState, type StepState, stepKey } from '../domain/journey/state.ts';
import type { PendingEffect, StoredJourney } from '../domain/ports.ts';
import type { Protocol } from '../domain/protocol/schema.ts';
import { type Instant, millisecondsBetween, plus } from '../domain/time.ts';
import { withKinds } from '../pages/fact-text.ts';
import { rungOf } from '../pages/mail/step-mail.ts';
import type { MailNotice, StepNotice } from '../pages/mail-views.ts';
import { CHANNELS_OF, servedAs } from './channel.ts';
import type { EffectDeps } from './effect-deps.ts';
import { eachOnce, inPlaceOf, type Recipient } from './in-place-of.ts';
import { recipientsOf } from './recipients.ts';
import { planMails } from './send-plan-notice.ts';

/** A link opens its step for this long; a reminder brings a new one. */
const LINK_LIFE = 'P30D';

type StepNoticeOf = Extract<Notice, { about: 'step' }>;

/**
 * Sends one notice to everybody it is for, marking each as served after the mail left: a kill in between sends that one
 * mail again, and none is lost. A step decided meanwhile is not mailed about.
 */
export async function sendNotice(deps: EffectDeps, pending: PendingEffect, notice: Notice): Promise<void> {
  if (notice.about === 'message' || notice.about === 'rota') return sendToSite(deps, pending, notice);
  const stored = await deps.store.load(pending.journeyId);
  if (stored === undefined) return;
  if (notice.about === 'plan') {
    const { recipients, mailFor } = await planMails(deps, pending, notice, stored);
    await serve(deps, pending, recipients, (to) => mailFor(to).notice, {
      attachmentsFor: (to) => mailFor(to).attachments,
    });
    return;
  }
  if (notice.about === 'journey') return sendJourneyNotice(deps, pending, notice, stored);
  const step = stored.state.steps[stepKey(notice.ref)];
  if (step?.status !== 'open') return;
  // Late in being sent: somebody has acknowledged it meanwhile.
  if (originOf(notice.rung) !== notice.rung && toAcknowledge(step) === undefined) return;
  const { tier } = notice;
  const signer = roleOf(stored.state, step);
  const recipients = await askedOf(deps, notice, stored, step);
  // Links are never deleted, so a repetition that reaches nobody makes none.
  if (recipients.every((recipient) => unserved(pending, recipient, tier).length === 0)) return;
  const path = await linkTo(deps, pending.journeyId, notice);
  const protocol = protocolOf(deps, stored);
  await serve(
    deps,
    pending,
    recipients,
    ({ role, team }) => ({
      notice: 'step',
      journeyId: pending.journeyId,
      ...notice.ref,
      rung: notice.rung,
      class: notice.class,
      role,
      signer,
      dueAt: deadlineOf(stored.state, step, protocol).at,
      zone: stored.state.site.zone,
      link: team === undefined ? `${deps.publicUrl}${path}` : `${deps.publicUrl}/sign-in?next=${path}`,
      ...(team === undefined ? {} : { team }),
      ...visitOf(stored.state, step, protocol),
      ...expiryOf(stored.state, notice.rung, deps.now()),
      facts: withKinds(mailFacts(stored.state, step, protocol, notice.rung)),
    }),
    { tier },
  );
}

/** The person a step was given to is asked in place of all who share the role; those it escalates to are told as well. */
async function askedOf(
  { staff, now }: EffectDeps,
  { to, tier, ref: { step }, class: mailClass }: StepNoticeOf,
  { state }: StoredJourney,
  current: StepState,
): Promise<readonly Recipient[]> {
  const told = { at: now(), journeyId: state.id, step, class: mailClass };
  const { assignedTo } = current;
  const everybody = await recipientsOf(staff, state.site.id, to, { tier, told });
  const assigned = assignedTo === undefined || tier === 'deputies' ? undefined : await staff.find(assignedTo);
  const role = roleOf(state, current);
  const one = assigned?.active === true ? await inPlaceOf(staff, assigned, role, told) : undefined;
  // While they are away the team is asked; and what is urgent is told to who is on call, whomever it was given to.
  return one === undefined
    ? everybody
    : eachOnce([one, ...everybody.filter((other) => other.role !== role || other.onCall === true)]);
}

/** Which visit of the plan a step is about, as planned from day 0 as last corrected. */
function visitOf(state: JourneyState, { phase, round }: StepState, protocol: Protocol): Pick<StepNotice, 'visit'> {
  const visit = phase === 'FollowUpVisit' ? plannedVisit(state, protocol, round) : undefined;
  return visit === undefined ? {} : { visit: { name: visit.name, plannedOn: visit.plannedAt } };
}

const MILLISECONDS_A_DAY = 86_400_000;

/** Mails about the expiry of the product say when it is; the date is of a product, not of a person. */
function expiryOf(state: JourneyState, rung: string, now: Instant): Pick<StepNotice, 'productExpiry'> {
  const kind = rungOf(rung);
  const at = kind === 'expiry' || kind === 'expired' ? productExpiry(state) : undefined;
  if (at === undefined) return {};
  const left = millisecondsBetween(now, at);
  return { productExpiry: left > 0 ? { at, daysLeft: Math.floor(left / MILLISECONDS_A_DAY) } : { at } };
}

async function linkTo(deps: EffectDeps, journeyId: string, { ref, linkSeq }: StepNoticeOf): Promise<string> {
  const token = newLinkToken(deps.randomBytes);
  await deps.links.put(tokenHash(token), {
    journeyId,
    ...ref,
    linkSeq,
    expiresAt: plus(deps.now(), LINK_LIFE, 'UTC'),
    nonceKey: newNonceKey(deps.randomBytes),
  });
  return `/sign-offs/${token}`;
}

interface Sending {
  readonly tier?: Tier | undefined;
  readonly attachmentsFor?: (recipient: Recipient) => readonly MailAttachment[];
}

/** The channels by which somebody has not been told yet. */
const unserved = (
  { served }: PendingEffect,
  { member }: Recipient,
  tier: Tier = 'holders',
): (typeof CHANNELS_OF)[Tier] => CHANNELS_OF[tier].filter((channel) => !served.includes(servedAs(channel, member.id)));

async function serve(
  deps: EffectDeps,
  pending: PendingEffect,
  recipients: readonly Recipient[],
  noticeFor: (recipient: Recipient) => MailNotice,
  { tier, attachmentsFor = () => [] }: Sending = {},
): Promise<void> {
  const refused: string[] = [];
  for (const recipient of recipients) {
    const { onBehalfOf, onCall } = recipient;
    const why = { ...(onBehalfOf === undefined ? {} : { onBehalfOf }), ...(onCall === undefined ? {} : { onCall }) };
    const notice = { ...noticeFor(recipient), ...why };
    for (const channel of unserved(pending, recipient, tier)) {
      const sent = await deps.channels[channel].tell(recipient, notice, attachmentsFor(recipient));
      if (sent.ok) await deps.store.markServed(pending.journeyId, pending.id, servedAs(channel, recipient.member.id));
      else refused.push(`${recipient.member.id}: ${sent.refusal.message}`);
    }
  }
  // Everybody who can be reached was; the effect stays pending for the sweep until the register is mended.
  if (refused.length > 0) throw new Fault(`Mail refused: ${refused.join('; ')}`);
}

async function sendJourneyNotice(
  deps: EffectDeps,
  pending: PendingEffect,
  notice: Extract<Notice, { about: 'journey' }>,
  { state }: StoredJourney,
): Promise<void> {
  const told = { at: deps.now(), journeyId: state.id, class: notice.class };
  const recipients = await recipientsOf(deps.staff, state.site.id, notice.to, { except: notice.except, told });
  const base = { class: notice.class, at: pending.since, zone: state.site.zone, journeyId: pending.journeyId } as const;
  await serve(deps, pending, recipients, () => {
    switch (notice.what) {
      case 'closed':
        return { ...base, notice: 'journey-closed', outcome: state.closed?.outcome ?? 'completed' };
      case 'closing':
        return { ...base, notice: 'journey-closing', outcome: state.closing?.outcome ?? 'completed' };
      case 'reported':
        return { ...base, notice: 'journey-reported', report: notice.detail };
      case 'product-given':
      case 'patient-lost':
        return { ...base, notice: notice.what };
      case 'finding-recorded':
        return { ...base, notice: 'finding-recorded', step: notice.detail };
      case 'mail-bounced':
        return { ...base, notice: 'mail-bounced', reader: notice.detail };
      case 'run-replaced':
        return { ...base, notice: 'run-replaced', run: state.run };
      case 'deviation':
        return { ...base, notice: 'deviation-opened', kind: notice.detail };
      default:
        return { ...base, notice: `journey-${notice.what}`, ...(notice.by === undefined ? {} : { by: notice.by }) };
    }
  });
}

async function sendToSite(
  deps: EffectDeps,
  pending: PendingEffect,
  notice: Extract<Notice, { about: 'message' | 'rota' }>,
): Promise<void> {
  const recipients = await recipientsOf(deps.staff, notice.site, notice.to, {
    told: { at: deps.now(), class: notice.class },
  });
  const base = { class: notice.class, at: pending.since, zone: notice.zone } as const;
  await serve(deps, pending, recipients, () =>
    notice.about === 'rota'
      ? { ...base, notice: 'rota-gap', site: notice.site, role: notice.role, gaps: notice.gaps }
      : { ...base, notice: 'message-parked', eventId: notice.eventId, sender: notice.sender },
  );
}
