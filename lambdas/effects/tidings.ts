import { newLinkToken, newNonceKey, tokenHash } from '../adapters/link-token.ts';
import type { MailAttachment } from '../adapters/ses-mailer.ts';
import { askedAt, deadlineOf } from '../domain/clocks/deadline.ts';
import { plannedVisit } from '../domain/clocks/follow-up.ts';
import { everyHourCounts } from '../domain/clocks/office-hours.ts';
import { definitionOf } from '../domain/clocks/rung-name.ts';
import { originOf, toAcknowledge } from '../domain/clocks/unseen.ts';
import type { Tier } from '../domain/events/data.ts';
import type { GateContext } from '../domain/gates/gate.ts';
import { coverAskedAt } from '../domain/gates/shift-covered.ts';
import { mailFacts } from '../domain/journey/facts-of-mail.ts';
import type { AskedNotice } from '../domain/journey/notice.ts';
import { productExpiry } from '../domain/journey/product.ts';
import { protocolOf } from '../domain/journey/protocol-of.ts';
import { roleOf } from '../domain/journey/role-of.ts';
import { type JourneyState, type StepState, stepKey } from '../domain/journey/state.ts';
import type { PendingEffect, StoredJourney } from '../domain/ports.ts';
import type { Protocol } from '../domain/protocol/schema.ts';
import { closedAlready } from '../domain/sign-off/closed-already.ts';
import { asksOnDuty } from '../domain/sign-off/registers-asked.ts';
import type { Urgency } from '../domain/telling/held-until.ts';
import { type Instant, millisecondsBetween, plus } from '../domain/time.ts';
import type { Role } from '../domain/vocabulary.ts';
import { withKinds } from '../pages/fact-text.ts';
import { rungOf } from '../pages/mail/step-mail.ts';
import type { DigestLine, MailNotice, StepNotice, ToldAs } from '../pages/mail-views.ts';
import { addressTidings } from './address-tidings.ts';
import type { EffectDeps } from './effect-deps.ts';
import { eachOnce, inPlaceOf, type Recipient } from './in-place-of.ts';
import {
  coverageTidings,
  curriculumTidings,
  journeyTidings,
  mirrorTidings,
  personTidings,
  renewalTidings,
  siteTidings,
} from './journey-tidings.ts';
import { recipientsOf } from './recipients.ts';
import { planMails } from './send-plan-notice.ts';

/** A link opens its step for this long; a reminder brings a new one. */
const LINK_LIFE = 'P30D';

/** Where a notice comes from, and since when. */
export type Source = Pick<PendingEffect, 'journeyId' | 'since'>;

/** A notice as it stands now: whom it is for, how urgent it is, and what each of them is told. */
export interface Tidings {
  readonly recipients: readonly Recipient[];
  readonly urgency: Urgency;
  readonly tier?: Tier | undefined;
  /** With a link of its own, where there is something to open: made when it is first asked for, because links are never deleted. */
  noticeFor(recipient: Recipient): Promise<MailNotice>;
  /** The same, as one of several in a digest; without it, it is always a mail of its own. */
  lineFor?(recipient: Recipient): DigestLine;
  attachmentsFor?(recipient: Recipient): readonly MailAttachment[];
  /** Reads the log again: false where it is over meanwhile. Asked just before anybody is told; without it, it stays so. */
  isStillSo?(): Promise<boolean>;
}

/**
 * Undefined where nobody is to be told any more: the step was decided, or somebody acknowledged it meanwhile.
 *
 * @param known the journey, where it was read just now
 */
export async function tidingsOf(
  deps: EffectDeps,
  source: Source,
  notice: AskedNotice,
  known?: StoredJourney,
): Promise<Tidings | undefined> {
  if (notice.about === 'message' || notice.about === 'rota') return siteTidings(deps, source, notice);
  if (notice.about === 'coverage') return coverageTidings(deps, source, notice);
  if (notice.about === 'curriculum') return curriculumTidings(deps, source, notice);
  if (notice.about === 'renewal') return renewalTidings(deps, source, notice);
  if (notice.about === 'mirror') return mirrorTidings(deps, source, notice);
  if (notice.about === 'person')
    return notice.what === 'prove-address'
      ? addressTidings(deps, source, notice)
      : personTidings(deps, source, notice, notice.what);
  const stored = known ?? (await deps.store.load(source.journeyId));
  if (stored === undefined) return undefined;
  if (notice.about === 'journey') return journeyTidings(deps, source, notice, stored);
  if (notice.about === 'step') return stepTidings(deps, source, notice, stored);
  const { recipients, mailFor } = await planMails(deps, source, notice, stored);
  return {
    recipients,
    urgency: { class: notice.class },
    noticeFor: async (to) => mailFor(to).notice,
    lineFor: (to) => mailFor(to).notice,
    attachmentsFor: (to) => mailFor(to).attachments,
  };
}

type AboutStep = Extract<AskedNotice, { about: 'step' }>;

/**
 * How the site stands, read again only where that closed something when the step was opened: most mails ask nothing. Who is on site is
 * asked again for every mail of a step that asks it.
 */
async function standingWhereClosed(
  deps: EffectDeps,
  { state, events }: StoredJourney,
  { key, step }: StepState,
  protocol: Protocol,
): Promise<Pick<GateContext, 'readiness' | 'onDuty'>> {
  const isClosed = events.some(
    (event) => event.type === 'step.opened' && stepKey(event.data) === key && event.data.closedGates !== undefined,
  );
  const asksDuty = asksOnDuty(step, state);
  const dayZero = () => coverAskedAt({ state, protocol, now: deps.now(), evidence: {} });
  const [readiness, onDuty] = await Promise.all([
    isClosed || asksDuty ? deps.registers.readiness(state.site.id) : undefined,
    asksDuty ? deps.staff.onDuty(state.site.id, [dayZero()]) : undefined,
  ]);
  return { readiness, onDuty };
}

async function stepTidings(
  deps: EffectDeps,
  { journeyId }: Source,
  notice: AboutStep,
  stored: StoredJourney,
): Promise<Tidings | undefined> {
  const { state } = stored;
  const step = stillAsked(state, notice);
  if (step === undefined) return undefined;
  const protocol = protocolOf(deps, stored);
  const { at: dueAt, kind } = deadlineOf(state, step, protocol);
  const signer = roleOf(state, step);
  const asked = askedAt(state, step, protocol) ?? step.askedFrom;
  const standing = await standingWhereClosed(deps, stored, step, protocol);
  const lineFor = ({ role, team, member }: Recipient): DigestLine & { readonly notice: 'step' } & ToldAs => ({
    notice: 'step',
    journeyId,
    ...notice.ref,
    rung: notice.rung,
    class: notice.class,
    role,
    signer,
    dueAt,
    zone: state.site.zone,
    ...(team === undefined ? {} : { team }),
    ...visitOf(state, step, protocol),
    ...expiryOf(state, notice.rung, deps.now()),
    facts: withKinds(mailFacts(state, step, protocol, notice.rung)),
    ...(role === signer
      ? { closed: closedAlready({ state, protocol, now: deps.now(), ...standing }, step, member) }
      : {}),
  });
  let path: Promise<string> | undefined;
  return {
    recipients: await readersOf(deps, stored, step, notice),
    urgency: {
      class: notice.class,
      by: dueAt,
      atOnce: isAtOnce(notice) || everyHourCounts({ asked, due: dueAt, kind }),
    },
    tier: notice.tier,
    isStillSo: async () => {
      const read = await deps.store.load(journeyId);
      return read !== undefined && stillAsked(read.state, notice) !== undefined;
    },
    lineFor,
    noticeFor: async (recipient) => {
      path ??= linkTo(deps, journeyId, notice);
      const way = recipient.team === undefined ? await path : `/sign-in?next=${await path}`;
      return { ...lineFor(recipient), link: `${deps.publicUrl}${way}` };
    },
  };
}

/** The step, while somebody is to be told of it. */
function stillAsked(state: JourneyState, { ref, rung }: AboutStep): StepState | undefined {
  const step = state.steps[stepKey(ref)];
  if (step?.status !== 'open') return undefined;
  // Late in being sent: somebody has acknowledged it meanwhile.
  return originOf(rung) !== rung && toAcknowledge(step) === undefined ? undefined : step;
}

/** The person a step was given to is asked in place of all who share the role; those it escalates to are told as well. */
async function readersOf(
  { staff, now }: EffectDeps,
  { state }: StoredJourney,
  current: StepState,
  { to, tier, ref: { step }, class: mailClass }: AboutStep,
): Promise<readonly Recipient[]> {
  const told = { at: now(), journeyId: state.id, step, class: mailClass };
  const { assignedTo } = current;
  const toldAs = (roles: readonly Role[]) => recipientsOf(staff, state.site.id, roles, { tier, told });
  const assigned = assignedTo === undefined || tier === 'deputies' ? undefined : await staff.find(assignedTo);
  const role = roleOf(state, current);
  const one = assigned?.active === true ? await inPlaceOf(staff, assigned, role, told) : undefined;
  // While they are away the team is asked.
  if (one === undefined) return toldAs(to);
  // What is urgent is told to who is on call, whomever it was given to.
  const team = to.includes(role) ? await toldAs([role]) : [];
  const others = await toldAs(to.filter((other) => other !== role));
  return eachOnce([one, ...team.filter(({ onCall }) => onCall === true), ...others]);
}

/** Somebody has just asked that it be sent, or whom it is for is there at any hour. */
const isAtOnce = ({ rung, ref }: AboutStep): boolean =>
  rung === 'resent' || rung === 'reissued' || definitionOf(ref.step, rung)?.dayAndNight === true;

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

async function linkTo(deps: EffectDeps, journeyId: string, { ref, linkSeq }: AboutStep): Promise<string> {
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
