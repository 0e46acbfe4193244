import { Fault } from '../domain/faults.ts';
import type { Notice } from '../domain/journey/effects.ts';
import type { HeldNotice, PendingEffect, StaffMember } from '../domain/ports.ts';
import type { DigestLine } from '../pages/views.ts';
import { servedAs } from './channel.ts';
import type { EffectDeps } from './effect-deps.ts';
import { countMail } from './hold-notice.ts';
import { type Tidings, tidingsOf } from './tidings.ts';

/** A held notice as it stands now. */
interface Waiting {
  readonly held: HeldNotice;
  readonly tidings: Tidings;
}

/**
 * Sends one reader what waited for them: what is still so, read again just now, in one mail; what is over is left out, and
 * nothing is sent where nothing is left.
 */
export async function sendHeld(
  deps: EffectDeps,
  pending: PendingEffect,
  { reader, until }: Extract<Notice, { about: 'held' }>,
): Promise<'done' | 'waits'> {
  if (deps.now() < until) return 'waits';
  if (pending.served.includes(servedAs('mail', reader))) return 'done';
  const all = await deps.held.close(reader, until, deps.now());
  const found = await Promise.all(
    all.map(async (held) => ({ held, tidings: await tidingsOf(deps, held, held.notice) })),
  );
  const waiting = newestOfEach(found.filter((one): one is Waiting => one.tidings !== undefined));
  const member = await deps.staff.find(reader);
  if (member?.active === true) {
    if (waiting.length > 0) await sendTo(deps, member, waiting);
  } else {
    for (const one of waiting) await sendToOthers(deps, one);
  }
  await deps.store.markServed(pending.journeyId, pending.id, servedAs('mail', reader));
  return 'done';
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

async function sendTo(deps: EffectDeps, member: StaffMember, waiting: readonly Waiting[]): Promise<void> {
  const [first, ...others] = waiting;
  if (first === undefined) return;
  const recipient = { member, role: first.held.role };
  const isAlone = others.length === 0 && member.mails !== 'digest';
  const notice = isAlone
    ? await first.tidings.noticeFor(recipient)
    : ({ notice: 'digest', class: 'due', lines: waiting.map(lineOf(member)) } as const);
  const attachments = waiting.flatMap(({ held: { role }, tidings }) => [
    ...(tidings.attachmentsFor?.({ member, role }) ?? []),
  ]);
  const sent = await deps.channels.mail.tell(recipient, notice, attachments);
  if (!sent.ok) throw new Fault(`Mail refused: ${member.id}: ${sent.refusal.message}`);
  await countMail(deps, member, isAlone ? notice.class : 'digest');
}

const lineOf =
  (member: StaffMember) =>
  ({ held: { role }, tidings }: Waiting): DigestLine =>
    tidings.lineFor({ member, role });

/** Who it waited for has left: whoever would be told today is. */
async function sendToOthers(deps: EffectDeps, { held, tidings }: Waiting): Promise<void> {
  for (const recipient of tidings.recipients) {
    const sent = await deps.channels.mail.tell(
      recipient,
      await tidings.noticeFor(recipient),
      tidings.attachmentsFor?.(recipient) ?? [],
    );
    if (!sent.ok)
      throw new Fault(`Mail refused: ${recipient.member.id} for ${held.journeyId}: ${sent.refusal.message}`);
  }
}
