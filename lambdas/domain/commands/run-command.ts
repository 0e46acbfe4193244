import * as z from 'zod';
import type { StepRef } from '../events/data.ts';
import type { Actor } from '../events/envelope.ts';
import type { JourneyEvent } from '../events/journey-event.ts';
import { unreachable } from '../faults.ts';
import { endCourse } from '../journey/close.ts';
import { wasInfused } from '../journey/product.ts';
import type { Scribe } from '../journey/scribe.ts';
import { settle } from '../journey/settle.ts';
import { isHeld, stepKey } from '../journey/state.ts';
import { type Outcome, ok, type Refusal, refuse } from '../outcome.ts';
import type { ReadinessAt } from '../registers/as-of.ts';
import type { Closing } from '../registers/closing.ts';
import { steps } from '../steps/index.ts';
import { type CommandName, commandArguments, type OperatorCommand } from './command.ts';
import { correctEvidence } from './correct-evidence.ts';
import { correctTime } from './correct-time.ts';
import { reportSignedBefore } from './register-closed.ts';

/** What a command has read of the registers of the site. */
export interface RegistersOf {
  /** What closed an entry. */
  readonly closing?: Closing | undefined;
  /** Of a correction of what asked them. */
  readonly readinessAt?: ReadinessAt | undefined;
}

/**
 * Runs one command of operations on a journey with its log so far; gives the `seq` of the newest event.
 *
 * @param registers read for the commands that judge by them
 */
export function runCommand(
  scribe: Scribe,
  events: readonly JourneyEvent[],
  command: OperatorCommand,
  by: Actor,
  { closing, readinessAt }: RegistersOf = {},
): Outcome<number> {
  const { reason } = command;
  if (command.secondApprover !== undefined && command.secondApprover === by.id) {
    return refuse('forbidden', 'Second approver: got the operator who acts, expected another person.');
  }
  if (scribe.state.closed !== undefined && command.command !== 'correct') {
    return refuse(
      'conflict',
      `Journey ${scribe.state.id} is closed (${scribe.state.closed.outcome}); nothing can be done to it.`,
    );
  }
  switch (command.command) {
    case 'hold':
      if (isHeld(scribe.state)) return refuse('conflict', 'The journey is on hold already.');
      scribe.write('journey.held', { reason }, by);
      return ok(scribe.state.seq);
    case 'resume':
      if (!isHeld(scribe.state)) return refuse('conflict', 'The journey is not on hold.');
      scribe.write('journey.resumed', { reason }, by);
      settle(scribe);
      return ok(scribe.state.seq);
    case 'cancel':
      if (scribe.state.qualityCase !== undefined) {
        return refuse('conflict', 'Cancel: got a case of the quality system, which ends by what people sign in it.');
      }
      if (scribe.state.closing !== undefined) {
        return refuse(
          'conflict',
          `The course has ended already (${scribe.state.closing.outcome}) and is being closed.`,
        );
      }
      if (wasInfused(scribe.state)) {
        return refuse(
          'conflict',
          'Cancel: got a journey whose product was given, wholly or in part; expected one before day 0. The patient is watched and followed: report a death or a withdrawn consent, or record the patient as lost, from the page of a step; hold stops what is authorised.',
        );
      }
      scribe.write('journey.cancelled', { reason }, by);
      endCourse(scribe, 'cancelled');
      settle(scribe);
      return ok(scribe.state.seq);
    case 'resume-execution':
      scribe.write(
        'run.started',
        { run: scribe.state.run + 1, reason: 'resume-execution', why: reason.slice(0, 500).toWellFormed() },
        by,
      );
      return ok(scribe.state.seq);
    case 'correct':
      return withArguments('correct', command, (args) =>
        'evidence' in args
          ? correctEvidence(scribe, events, { ...args, reason, by, readinessAt })
          : correctTime(scribe, events, { ...args, reason, by, readinessAt }),
      );
    case 'extend':
      return withArguments('extend', command, (args) =>
        onOpenStep(scribe, args, (ref) => {
          if (args.dueAt <= scribe.context.now) {
            return { code: 'invalid', message: `Due: got ${args.dueAt}, expected after now (${scribe.context.now})` };
          }
          if (steps[ref.step].deadline.extendedOnce && scribe.state.steps[stepKey(ref)]?.extendedTo !== undefined) {
            return { code: 'conflict', message: `${ref.step} was extended before, and is extended once only.` };
          }
          scribe.write('step.extended', { ...ref, dueAt: args.dueAt, reason }, by);
          return null;
        }),
      );
    case 'reassign':
      return withArguments('reassign', command, (args) =>
        onOpenStep(scribe, args, (ref) => {
          scribe.write('step.reassigned', { ...ref, ...(args.to === undefined ? {} : { to: args.to }), reason }, by);
          return null;
        }),
      );
    case 'reissue':
      return withArguments('reissue', command, (args) =>
        onOpenStep(scribe, args, (ref) => {
          scribe.write('link.reissued', { ...ref, reason }, by);
          return null;
        }),
      );
    case 'resend':
      return withArguments('resend', command, (args) =>
        onOpenStep(scribe, args, (ref) => {
          scribe.write('mail.resent', { ...ref, reason }, by);
          return null;
        }),
      );
    case 'recheck-registers':
      return withArguments('recheck-registers', command, ({ register, id, version, readiness }) => {
        if (closing === undefined) {
          return refuse('not-found', `${register} ${id}: got version ${version}, expected one that is in the register`);
        }
        reportSignedBefore(scribe, events, closing, readiness, by);
        return ok(scribe.state.seq);
      });
    default:
      return unreachable(command.command, 'command of operations');
  }
}

function withArguments<N extends CommandName>(
  name: N,
  command: OperatorCommand,
  run: (args: z.infer<ReturnType<typeof commandArguments>[N]>) => Outcome<number>,
): Outcome<number> {
  const parsed = commandArguments()[name].safeParse(command.args);
  return parsed.success
    ? run(parsed.data as z.infer<ReturnType<typeof commandArguments>[N]>)
    : refuse('invalid', `Arguments of ${name}: ${z.prettifyError(parsed.error)}`, { path: 'args' });
}

function onOpenStep(scribe: Scribe, args: StepRef, act: (ref: StepRef) => Refusal | null): Outcome<number> {
  const { phase, round, step } = args;
  const ref = { phase, round, step };
  const found = scribe.state.steps[stepKey(ref)];
  if (found?.status !== 'open') {
    return refuse('conflict', `Step ${stepKey(ref)}: got ${found?.status ?? 'never opened'}, expected an open step.`);
  }
  const refused = act(ref);
  return refused === null ? ok(scribe.state.seq) : { ok: false, refusal: refused };
}
