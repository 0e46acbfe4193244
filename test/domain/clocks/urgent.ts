import { toAcknowledge } from '../../../lambdas/domain/clocks/unseen.ts';
import { mailBounced, type ReturnedMail } from '../../../lambdas/domain/journey/mail-bounced.ts';
import type { StepState } from '../../../lambdas/domain/journey/state.ts';
import { type Outcome, ok } from '../../../lambdas/domain/outcome.ts';
import type { Signer } from '../../../lambdas/domain/sign-off/permission.ts';
import type { Recorded } from '../../../lambdas/domain/sign-off/record-sign-off.ts';
import { ACKNOWLEDGE } from '../../../lambdas/domain/sign-off/submission.ts';
import { plus } from '../../../lambdas/domain/time.ts';
import type { Signing } from '../../support/journey-driver.ts';
import { value } from '../../support/journey-driver.ts';
import { Walk } from '../../support/walk.ts';

/** The first step of a course: asked on a Monday at nine in Berlin, due in two days, overdue in three. */
export const FIRST = 'Register the referral';
const OVERDUE_AFTER = 'P3D';

export const first = (walk: Walk): StepState => walk.journey.step(FIRST);

/** A journey whose first step has just become overdue, which is critical. */
export function overdue(): Walk {
  const walk = new Walk();
  later(walk, OVERDUE_AFTER);
  return walk;
}

export const later = (walk: Walk, duration: string): void => walk.runTo(plus(walk.journey.now, duration, 'UTC'));

/** Somebody reads the page of the first step and says so. */
export function acknowledge(walk: Walk, signer: Signer, signing: Signing = {}): Outcome<Recorded> {
  const rung = toAcknowledge(first(walk))?.rung ?? 'nothing';
  return walk.journey.sign(first(walk), ACKNOWLEDGE, { evidence: { rung }, ...signing, signer });
}

/** The mail service gives back a mail about the first step. */
export function bounce(walk: Walk, rung: string, more: Partial<ReturnedMail> = {}): boolean {
  const { phase, round, step } = first(walk);
  const mail = {
    ref: { phase, round, step },
    rung,
    to: 'coordinator-a',
    why: 'bounced',
    messageId: `${rung} 1`,
  } as const;
  return value(walk.journey.change((scribe) => ok({ value: mailBounced(scribe, { ...mail, ...more }) })));
}
