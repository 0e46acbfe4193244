import * as z from 'zod';
import type { JourneyEvent } from '../../lambdas/domain/events/journey-event.ts';
import { plus } from '../../lambdas/domain/time.ts';
import { momentAt } from './moment.ts';
import type { OperatorScript } from './scenario.ts';
import type { World } from './world.ts';

/** Gives one command as operations would, over the API. */
export async function operate(
  world: World,
  journeyId: string,
  script: OperatorScript,
  events: readonly JourneyEvent[],
  zone: string,
): Promise<void> {
  const args =
    script.correct === undefined
      ? script.args?.(momentAt(await world.now(), zone))
      : correctionOf(script.correct, events, zone);
  const reply = await world.request(`/ops/journeys/${journeyId}/commands`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ command: script.command, reason: script.reason, by: 'operations', args: args ?? {} }),
  });
  if (reply.status === 409 && world.isLate && (await wasDone(world, journeyId, script.command, events.length))) return;
  if (reply.status !== 202) {
    throw new Error(`Command ${script.command}: expected 202, got ${reply.status} ${JSON.stringify(reply.body)}`);
  }
}

/** What each command writes. */
const WRITES: Readonly<Record<OperatorScript['command'], JourneyEvent['type']>> = {
  hold: 'journey.held',
  resume: 'journey.resumed',
  cancel: 'journey.cancelled',
  correct: 'time.corrected',
  'resume-execution': 'run.started',
  resend: 'mail.resent',
  reissue: 'link.reissued',
  extend: 'step.extended',
};

/** Whether another copy of the command was quicker: then this one is told that there is nothing left to do. */
async function wasDone(
  world: World,
  journeyId: string,
  command: OperatorScript['command'],
  after: number,
): Promise<boolean> {
  const { body } = await world.request(`/ops/journeys/${journeyId}?after=${after}`, { method: 'GET' });
  const { events } = z.object({ events: z.array(z.object({ type: z.string() })) }).parse(body);
  return events.some(({ type }) => type === WRITES[command]);
}

function correctionOf(
  { step, item, by }: NonNullable<OperatorScript['correct']>,
  events: readonly JourneyEvent[],
  zone: string,
): Record<string, unknown> {
  const wrong = events.find(
    (event) => event.type === 'checklist.recorded' && event.data.step === step && event.data.item === item,
  );
  if (wrong === undefined) throw new Error(`Correction: ${item} of ${step} was never recorded`);
  return { seq: wrong.seq, occurredAt: { at: plus(wrong.occurredAt.at, by, zone), zone, known: 'transcribed' } };
}
