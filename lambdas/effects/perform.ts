import { nextDue } from '../domain/clocks/next-due.ts';
import { unreachable } from '../domain/faults.ts';
import { changeJourney } from '../domain/journey/change-journey.ts';
import type { Effect } from '../domain/journey/effects.ts';
import { protocolOf } from '../domain/journey/protocol-of.ts';
import { repair } from '../domain/journey/sweep.ts';
import { ok } from '../domain/outcome.ts';
import type { PendingEffect, StoredJourney } from '../domain/ports.ts';
import { log } from '../middleware/log.ts';
import { isTransient } from '../middleware/transient.ts';
import { carryAlarmOnward } from './carry-alarm-onward.ts';
import type { EffectDeps } from './effect-deps.ts';
import { keepChange } from './keep-change.ts';
import { lookAgain } from './look-again.ts';
import { openAnotherCourse } from './open-another-course.ts';
import { DONE, type Performed } from './performed.ts';
import { sendNotice } from './send-notice.ts';

/**
 * Does one effect. Safe to repeat: each kind is idempotent at its target, or keeps count of whom it has served.
 *
 * @returns `waits` where it is not due yet, and stays pending; `unmarked`, who is to be marked as served in the same write that
 * says it is done
 */
export const performEffect =
  (deps: EffectDeps) =>
  async (pending: PendingEffect): Promise<Performed> => {
    const { known, failed } = pending.schedules === true ? await scheduled(deps, pending.journeyId) : {};
    let performed: Performed;
    try {
      performed = await performOne(deps, pending, known);
    } catch (error) {
      // All is repeated soon when the scheduler was only busy, also what of it fails for good.
      throw failed !== undefined && isTransient(failed.error) ? failed.error : error;
    }
    if (failed === undefined) return performed;
    // What waits is still to be done, and its schedule with it.
    if (performed.outcome === 'waits') throw failed.error;
    const { journeyId, id } = pending;
    if (performed.unmarked !== undefined) await deps.store.markServed(journeyId, id, performed.unmarked);
    // The mail or answer it rode on was done, and must not be done again for as long as the scheduler refuses.
    await deps.store.leave({ ...pending, effect: { kind: 'schedule' }, schedules: undefined });
    throw failed.error;
  };

interface Scheduled {
  /** The journey as it was read for it. */
  readonly known?: StoredJourney | undefined;
  readonly failed?: { readonly error: unknown };
}

/** First, because repeating it is harmless; whatever the scheduler says must not keep back what it rides on. */
async function scheduled(deps: EffectDeps, journeyId: string): Promise<Scheduled> {
  let known: StoredJourney | undefined;
  try {
    known = await deps.store.load(journeyId);
    await schedule(deps, known);
    return { known };
  } catch (error) {
    return { known, failed: { error } };
  }
}

/** @param known the journey, where it was read just now */
async function performOne(
  deps: EffectDeps,
  pending: PendingEffect,
  known: StoredJourney | undefined,
): Promise<Performed> {
  const { effect, journeyId } = pending;
  switch (effect.kind) {
    case 'start':
      await deps.callback.start(deps.machines[effect.machine], effect.name, effect.input);
      return DONE;
    case 'answer': {
      const delivery = await deps.callback.answer(effect.token, effect.envelope);
      // A token can be dead because its execution was stopped: the log stands, and the next run reads it there.
      if (!delivery.delivered) await notTaken(deps, pending, effect, delivery.why);
      return DONE;
    }
    case 'mail':
      return sendNotice(deps, pending, effect.notice, known);
    case 'schedule':
      await schedule(deps, await deps.store.load(journeyId));
      return DONE;
    case 'publish':
      await deps.bus.publish(effect.detailType, effect.detail);
      return DONE;
    case 'open':
      await openAnotherCourse(deps, journeyId, effect.order);
      return DONE;
    case 'look-again':
      await lookAgain(deps, effect);
      return DONE;
    case 'carry':
      await carryAlarmOnward(deps, journeyId, effect.report);
      return DONE;
    case 'keep':
      await keepChange(deps, journeyId);
      return DONE;
    default:
      return unreachable(effect, 'effect');
  }
}

/**
 * A token was dead: its execution was stopped, or this answer had been given before. The log stands either way. After a
 * decision nobody may be left waiting, so when no state machine waits for the journey a new run starts from the log. A machine
 * that was answered is on its way to its next step and waits for nothing yet: were its run replaced for each copy of an
 * answer, the copies that the new run asks for would replace it in turn, without end.
 */
async function notTaken(
  deps: EffectDeps,
  { journeyId, id }: PendingEffect,
  { envelope, askedAgain }: Extract<Effect, { kind: 'answer' }>,
  why: string | undefined,
): Promise<void> {
  log('warn', 'answer not taken: the execution had moved on', { journeyId, why });
  if (envelope.outcome !== 'decided' || askedAgain === true) return;
  // Another copy of this effect gave the answer.
  if ((await deps.store.pendingEffect(journeyId, id))?.effect.kind !== 'answer') return;
  await changeJourney(deps, journeyId, (scribe, { bindings }) => ok({ value: repair(scribe, bindings) }));
}

/** Writes the next due instant of the journey as it is now, not as it was when the effect was asked for. */
async function schedule(deps: EffectDeps, stored: StoredJourney | undefined): Promise<void> {
  if (stored === undefined) return;
  await deps.scheduler.setNextDue(stored.state.id, nextDue(stored.state, protocolOf(deps, stored)));
}
