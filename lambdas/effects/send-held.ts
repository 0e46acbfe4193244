import type { MailAttachment } from '../adapters/ses-mailer.ts';
import { Fault } from '../domain/faults.ts';
import type { Notice } from '../domain/journey/notice.ts';
import type { PendingEffect, StaffMember } from '../domain/ports.ts';
import { log } from '../middleware/log.ts';
import type { MailNotice } from '../pages/mail-views.ts';
import { servedAs } from './channel.ts';
import type { EffectDeps } from './effect-deps.ts';
import { recipientOf, type Waiting } from './held-notice.ts';
import { countMail } from './hold-notice.ts';
import { type Recipient, whyThey } from './in-place-of.ts';
import { DONE, type Performed, WAITS } from './performed.ts';
import { tellHeldFurther } from './tell-held-further.ts';
import { type Tidings, tidingsOf } from './tidings.ts';

/**
 * Sends one reader what waited for them: what is still so, read again just now, in one mail; what is over is left out, and
 * nothing is sent where nothing is left.
 */
export async function sendHeld(
  deps: EffectDeps,
  pending: PendingEffect,
  { reader, until }: Extract<Notice, { about: 'held' }>,
): Promise<Performed> {
  if (deps.now() < until) return WAITS;
  const { notices, unreadable } = await deps.held.close(reader, until, deps.now());
  const found = await Promise.all(
    notices.map(async (held) => ({ held, tidings: await tidingsOf(deps, held, held.notice) })),
  );
  const waiting = newestOfEach(found.filter((one): one is Waiting => one.tidings !== undefined));
  const member = await deps.staff.find(reader);
  const isTheirs = ({ tidings }: Waiting): boolean =>
    member?.active === true && tidings.recipients.some((one) => one.member.id === member.id);
  const theirs = waiting.filter(isTheirs);
  if (!pending.served.includes(servedAs('mail', reader))) {
    if (member !== undefined) await sendTo(deps, pending, member, theirs);
    for (const one of waiting.filter((each) => !isTheirs(each))) await sendToOthers(deps, pending, one);
    await deps.store.markServed(pending.journeyId, pending.id, servedAs('mail', reader));
  }
  if (member !== undefined) await tellHeldFurther(deps, pending, member, theirs);
  if (unreadable > 0) log('error', 'held notices not understood', { reader, until, unreadable });
  return DONE;
}

/** Of reminders of one step only the last: it says all that those before said. */
function newestOfEach(waiting: readonly Waiting[]): readonly Waiting[] {
  const about = ({ held: { journeyId, notice } }: Waiting): string | undefined =>
    notice.about === 'step' ? `${journeyId} ${notice.ref.phase} ${notice.ref.round} ${notice.ref.step}` : undefined;
  return waiting.filter((one, at) => {
    const step = about(one);
    return step === undefined || !waiting.slice(at + 1).some((later) => about(later) === step);
  });
}

/** What waited, in one mail; what is always a mail of its own before it. */
async function sendTo(
  deps: EffectDeps,
  pending: PendingEffect,
  member: StaffMember,
  waiting: readonly Waiting[],
): Promise<void> {
  const listed = waiting.filter(({ tidings }) => tidings.lineFor !== undefined);
  const isAlone = listed.length === 1 && member.mails !== 'digest';
  const single = waiting.filter((one) => isAlone || !listed.includes(one));
  for (const one of single) await tellAlone(deps, pending, recipientOf(member, one), one.tidings);
  const together = await stillSo(listed.filter((one) => !single.includes(one)));
  const [first] = together;
  if (first === undefined) return;
  const lines = together.flatMap((one) => one.tidings.lineFor?.(recipientOf(member, one)) ?? []);
  const attachments = together.flatMap(({ held: { role }, tidings }) => [
    ...(tidings.attachmentsFor?.({ member, role }) ?? []),
  ]);
  await tell(deps, pending, { member, role: first.held.role }, { notice: 'digest', class: 'due', lines }, attachments);
}

async function stillSo(waiting: readonly Waiting[]): Promise<readonly Waiting[]> {
  const answers = await Promise.all(waiting.map(({ tidings }) => tidings.isStillSo?.()));
  return waiting.filter((_, at) => answers[at] !== false);
}

/** Who it waited for has left, or has the role no more: whoever would be told today is. */
async function sendToOthers(deps: EffectDeps, pending: PendingEffect, { tidings }: Waiting): Promise<void> {
  for (const recipient of tidings.recipients) await tellAlone(deps, pending, recipient, tidings);
}

async function tellAlone(
  deps: EffectDeps,
  pending: PendingEffect,
  recipient: Recipient,
  tidings: Tidings,
): Promise<void> {
  const notice = { ...(await tidings.noticeFor(recipient)), ...whyThey(recipient) };
  if ((await tidings.isStillSo?.()) === false) return;
  await tell(deps, pending, recipient, notice, tidings.attachmentsFor?.(recipient));
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
