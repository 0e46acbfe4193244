import * as z from 'zod';
import type { JourneyEvent } from '../../lambdas/domain/events/journey-event.ts';
import { minus } from '../../lambdas/domain/time.ts';
import type { StepName } from '../../lambdas/domain/vocabulary.ts';
import { momentAt } from './moment.ts';
import type { Answer } from './scenario.ts';
import { EXAMPLE_PIN } from './staff.ts';
import { isForOthers, isForTime } from './too-late.ts';
import type { Reply, World } from './world.ts';

const shown = z.object({
  journeyId: z.string(),
  phase: z.string(),
  round: z.int(),
  step: z.string(),
  role: z.string(),
  contentHash: z.string(),
  nonce: z.string(),
  status: z.string(),
  /** The urgent notice that waits for somebody to acknowledge it. */
  urgent: z.object({ rung: z.string() }).nullish(),
});
export type Shown = z.infer<typeof shown> & { readonly step: StepName };

const LINK = /\/sign-offs\/[A-Za-z0-9_-]{43}/;

/** The path of the link in a mail, or undefined for a mail that only tells. */
export const linkIn = (text: string): string | undefined => LINK.exec(text)?.[0];

/** Opens a link as a person's program would: the step as JSON. */
export async function readStep(world: World, path: string): Promise<Shown | undefined> {
  const step = await readLink(world, path);
  return step === 'expired' ? undefined : step;
}

const GONE = 410;

async function readLink(world: World, path: string): Promise<Shown | 'expired' | undefined> {
  const reply = await world.request(`${path}?schemas=none`, { method: 'GET', headers: { accept: 'application/json' } });
  if (reply.status === GONE) return 'expired';
  const parsed = shown.safeParse(reply.body);
  return reply.status === 200 && parsed.success ? (parsed.data as Shown) : undefined;
}

/** Things broke, people came later than the scenario tells, and were refused: what they do then, no scenario tells. */
export class CameTooLate extends Error {
  override readonly name = 'CameTooLate';
}

/**
 * Reads the step anew and signs it; throws what the page answered when it was not recorded. `log`: what is known so far.
 * Answers `allowed` for what was to be refused, and was allowed because people are late; `to wait` where those who are late have
 * to act first, or where the link is too old or replaced by now: the next mail brings another.
 */
export async function signStep(
  world: World,
  path: string,
  answer: Answer,
  zone: string,
  log: readonly JourneyEvent[] = [],
): Promise<'allowed' | 'to wait' | undefined> {
  const signed = await trySigning(world, path, answer, zone, log, world.hospital?.memberOf);
  if (signed === 'expired' && world.isLate) return 'to wait';
  if (signed === 'no step' || signed === 'expired')
    throw new Error(`Link ${path.slice(0, 16)}…: got ${signed}, expected a step`);
  // Overtaken: the journey went on without this step, and whoever meant to sign it has nothing to do.
  if (signed === 'withdrawn' || isAsTold(signed.reply, answer)) return undefined;
  const { step, reply } = signed;
  if (world.isLate && answer.refused !== undefined && reply.status === 200) return 'allowed';
  if (world.isLate && isForOthers(reply)) return 'to wait';
  const expected = answer.refused ?? 200;
  const got = `${step.step} ${step.round}: ${answer.decision} got ${reply.status} ${JSON.stringify(reply.body)}, expected ${expected} ${answer.because ?? ''}`;
  throw world.isLate && isForTime(reply) ? new CameTooLate(got) : new Error(got);
}

const refusal = z.object({
  detail: z.object({
    problem: z.string().optional(),
    gates: z.array(z.object({ gate: z.string(), status: z.string() })).optional(),
  }),
});

function isAsTold({ status, body }: Reply, { refused, because }: Answer): boolean {
  if (status !== (refused ?? 200)) return false;
  if (because === undefined) return true;
  const { problem, gates = [] } = refusal.safeParse(body).data?.detail ?? {};
  return problem === because || gates.some(({ gate, status }) => `${gate} ${status}` === because);
}

/** What the page answered; `expired` when the link is too old or replaced, `withdrawn` when the journey went on without this step, and nobody has anything to sign. */
export type Signed = 'no step' | 'expired' | 'withdrawn' | { readonly step: Shown; readonly reply: Reply };

/** Reads the step anew and signs it, as the member of the staff who has the role. `log`: what is known so far. */
export async function trySigning(
  world: World,
  path: string,
  answer: Answer,
  zone: string,
  log: readonly JourneyEvent[],
  memberOf: MemberOf = (role) => role,
): Promise<Signed> {
  const step = await readLink(world, path);
  if (step === undefined) return 'no step';
  if (step === 'expired') return step;
  if (step.status === 'withdrawn') return 'withdrawn';
  return { step, reply: await signAsShown(world, path, step, answer, { zone, log, memberOf }) };
}

/** User id of who acts in a role; of a signature with what is signed. */
export type MemberOf = (role: string, evidence?: Readonly<Record<string, unknown>>) => string;

interface Signing {
  readonly zone: string;
  readonly log: readonly JourneyEvent[];
  readonly memberOf: MemberOf;
}

/** Signs a step as it was just read. */
export async function signAsShown(
  world: World,
  path: string,
  step: Shown,
  answer: Answer,
  { zone, log, memberOf }: Signing,
): Promise<Reply> {
  const now = await world.now();
  const evidence = answer.evidence?.(momentAt(now, zone, log)) ?? {};
  return world.request(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({
      signer: answer.who ?? memberOf(answer.as ?? step.role, evidence),
      pin: EXAMPLE_PIN,
      contentHash: step.contentHash,
      nonce: step.nonce,
      decision: answer.decision,
      evidence,
      ...(answer.happened === undefined ? {} : { occurredAt: minus(now, answer.happened, zone) }),
      ...(answer.reason === undefined ? {} : { reason: answer.reason }),
      ...(answer.onBehalfOf === undefined ? {} : { onBehalfOf: answer.onBehalfOf }),
      ...(answer.paper === undefined ? {} : { paper: { ...answer.paper, doneBy: memberOf(answer.paper.doneBy) } }),
    }),
  });
}
