import type { MailAttachment } from '../adapters/ses-mailer.ts';
import { Fault } from '../domain/faults.ts';
import type { Notice } from '../domain/journey/notice.ts';
import type { HeldNotice, PendingEffect, StaffMember } from '../domain/ports.ts';
import { log } from '../middleware/log.ts';
import type { MailNotice } from '../pages/mail-views.ts';
import { servedAs } from './channel.ts';
import type { EffectDeps } from './effect-deps.ts';
import { Failures } from './failures.ts';
import { heldDelivery, recipientOf, type Waiting } from './held-notice.ts';
import { countMail } from './hold-notice.ts';
import { type Recipient, whyThey } from './in-place-of.ts';
import { DONE, type Performed, WAITS } from './performed.ts';
import { tellHeldFurther } from './tell-held-further.ts';
import { tidingsOf } from './tidings.ts';

/**
 * Sends one reader what waited for them: what is still so, read again just now, in one mail; what is over is left out, and
 * nothing is sent where nothing is left. Who was told is marked at once, and what fails is thrown when all the rest was tried.
 */
export async function sendHeld(
  deps: EffectDeps,
  pending: PendingEffect,
  { reader, until }: Extract<Notice, { about: 'held' }>,
): Promise<Performed> {
  if (deps.now() < until) return WAITS;
  const { notices, unreadable } = await deps.held.close(reader, until, deps.now());
  const failures = new Failures();
  const read = await Promise.all(notices.map((held) => readNow(deps, held, failures)));
  const sending = { deps, pending, failures, isAllRead: failures.count === 0 };
  const waiting = newestOfEach(read);
  const member = await deps.staff.find(reader);
  const isTheirs = ({ tidings }: Waiting): boolean =>
    member?.active === true && tidings.recipients.some((one) => one.member.id === member.id);
  const theirs = waiting.filter(isTheirs);
  if (member !== undefined) await sendTo(sending, member, theirs);
  for (const one of waiting.filter((each) => !isTheirs(each))) await sendToOthers(sending, one);
  if (member !== undefined) await failures.keep(() => tellHeldFurther(deps, pending, member, theirs));
  if (unreadable > 0) log('error', 'held notices not understood', { reader, until, unreadable });
  failures.throwAny();
  return DONE;
}

interface Sending {
  readonly deps: EffectDeps;
  readonly pending: PendingEffect;
  readonly failures: Failures;
  /** Nothing that waits for the reader could not be read this time. */
  readonly isAllRead: boolean;
}

/** What waits, or that it cannot be said now what it is. */
type ReadNow = Waiting | { readonly held: HeldNotice; readonly tidings: 'not read' };

async function readNow(deps: EffectDeps, held: HeldNotice, failures: Failures): Promise<ReadNow | undefined> {
  const read = await failures.keep(async () => ({ tidings: await tidingsOf(deps, held, held.notice) }));
  if (read === undefined) return { held, tidings: 'not read' };
  return read.tidings === undefined ? undefined : { held, tidings: read.tidings };
}

/** Of reminders of one step only the last: it says all that those before said. */
function newestOfEach(read: readonly (ReadNow | undefined)[]): readonly Waiting[] {
  const about = ({ held: { journeyId, notice } }: ReadNow): string | undefined =>
    notice.about === 'step' ? `${journeyId} ${notice.ref.phase} ${notice.ref.round} ${notice.ref.step}` : undefined;
  const standing = read.filter((one) => one !== undefined);
  return standing.filter((one, at): one is Waiting => {
    if (one.tidings === 'not read') return false;
    const step = about(one);
    return step === undefined || !standing.slice(at + 1).some((later) => about(later) === step);
  });
}

/** What waited, in one mail; what is always a mail of its own before it. */
async function sendTo(sending: Sending, member: StaffMember, theirs: readonly Waiting[]): Promise<void> {
  const { deps, pending, failures, isAllRead } = sending;
  const together = servedAs('mail', member.id);
  const isTold = (one: Waiting): boolean =>
    pending.served.includes(heldDelivery(one, member.id, 'mail')) ||
    (one.tidings.lineFor !== undefined && pending.served.includes(together));
  const waiting = theirs.filter((one) => !isTold(one));
  const listed = waiting.filter(({ tidings }) => tidings.lineFor !== undefined);
  const isAlone = listed.length === 1 && member.mails !== 'digest';
  const single = waiting.filter((one) => isAlone || !listed.includes(one));
  for (const one of single) await failures.keep(() => tellAlone(sending, recipientOf(member, one), one));
  await failures.keep(async () => {
    const digest = await stillSo(listed.filter((one) => !single.includes(one)));
    const [first] = digest;
    if (first === undefined) return;
    const lines = digest.flatMap((one) => one.tidings.lineFor?.(recipientOf(member, one)) ?? []);
    const attachments = digest.flatMap(({ held: { role }, tidings }) => [
      ...(tidings.attachmentsFor?.({ member, role }) ?? []),
    ]);
    await tell(
      deps,
      pending,
      { member, role: first.held.role },
      { notice: 'digest', class: 'due', lines },
      attachments,
    );
    // Of what could not be read nobody was told: then each of the others is marked by itself.
    const told = isAllRead ? [together] : digest.map((one) => heldDelivery(one, member.id, 'mail'));
    for (const mark of told) await deps.store.markServed(pending.journeyId, pending.id, mark);
  });
}

async function stillSo(waiting: readonly Waiting[]): Promise<readonly Waiting[]> {
  const answers = await Promise.all(waiting.map(({ tidings }) => tidings.isStillSo?.()));
  return waiting.filter((_, at) => answers[at] !== false);
}

/** Who it waited for has left, or has the role no more: whoever would be told today is. */
async function sendToOthers(sending: Sending, one: Waiting): Promise<void> {
  for (const recipient of one.tidings.recipients) {
    if (sending.pending.served.includes(heldDelivery(one, recipient.member.id, 'mail'))) continue;
    await sending.failures.keep(() => tellAlone(sending, recipient, one));
  }
}

async function tellAlone({ deps, pending }: Sending, recipient: Recipient, one: Waiting): Promise<void> {
  const { tidings } = one;
  const notice = { ...(await tidings.noticeFor(recipient)), ...whyThey(recipient) };
  if ((await tidings.isStillSo?.()) === false) return;
  await tell(deps, pending, recipient, notice, tidings.attachmentsFor?.(recipient));
  await deps.store.markServed(pending.journeyId, pending.id, heldDelivery(one, recipient.member.id, 'mail'));
}

async function tell(
  deps: EffectDeps,
  { id }: PendingEffect,
  recipient: Recipient,
  notice: MailNotice,
  attachments: readonly MailAttachment[] = [],
): Promise<void> {
  const { member } = recipient;
  const sent = await deps.channels.mail.tell(recipient, notice, attachments, id);
  if (!sent.ok) throw new Fault(`Mail refused: ${member.id}: ${sent.refusal.message}`);
  await countMail(deps, member, notice.notice === 'digest' ? 'digest' : notice.class);
}
