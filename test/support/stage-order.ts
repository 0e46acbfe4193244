import { type JourneyEvent, parseEvent } from '../../lambdas/domain/events/journey-event.ts';
import type { Stage } from '../../local/scenario/embedded-stage.ts';
import { orderMessage, signedHeaders } from '../../local/scenario/order-message.ts';
import { linkIn, type Shown } from '../../local/scenario/people.ts';
import { EXAMPLE_PIN, EXAMPLE_SITE } from '../../local/scenario/staff.ts';
import type { Reply } from '../../local/scenario/world.ts';

export interface OrderOptions {
  readonly order?: string;
  readonly messageId?: string;
  readonly protocol?: string;
  readonly site?: string;
  /** Changes the text of the message before it is signed. */
  change?(body: string): string;
  /** `whsec_…`; that of the stage unless given. */
  readonly secret?: string;
}

/** Posts a signed order. */
export async function postOrder(stage: Stage, options: OrderOptions = {}): Promise<Reply> {
  const { order = 'ORDER-1', protocol = 'kymriah', site = EXAMPLE_SITE } = options;
  const { messageId = `msg_${order}`, secret = stage.webhookSecret } = options;
  const at = await stage.world.now();
  const message = orderMessage({ protocol, order, site, authoredOn: at });
  const body = options.change?.(message) ?? message;
  return stage.world.request('/ehr/fhir', {
    method: 'POST',
    headers: signedHeaders(secret, messageId, at, body),
    body,
  });
}

/** Orders a journey and lets its first steps be asked; gives its id. */
export async function orderJourney(stage: Stage, options: OrderOptions = {}): Promise<string> {
  const { status, body } = await postOrder(stage, options);
  if (status !== 202) throw new Error(`Order: expected 202, got ${status} ${JSON.stringify(body)}`);
  await stage.stack.clock.idle();
  return (body as { journeyId: string }).journeyId;
}

export async function eventsOf(stage: Stage, journeyId: string): Promise<readonly JourneyEvent[]> {
  const { body } = await stage.world.request(`/ops/journeys/${journeyId}/dossier`, { method: 'GET' });
  return (body as { events: unknown[] }).events.map(parseEvent);
}

/** Path of the newest link to a step that was mailed. */
export function newestLink(stage: Stage, journeyId: string, step: string): string {
  const mail = stage.stack
    .outbox()
    .findLast(({ tags }) => tags.journey === journeyId && tags.step === step.replaceAll(' ', '_'));
  const path = mail === undefined ? undefined : linkIn(mail.text ?? '');
  if (path === undefined) throw new Error(`Outbox: expected a mail with a link to ${step}`);
  return path;
}

export const readLink = async (stage: Stage, path: string): Promise<Reply & { readonly body: Shown }> =>
  (await stage.world.request(path, { method: 'GET', headers: { accept: 'application/json' } })) as Reply & {
    readonly body: Shown;
  };

/** A submission for a step as it is shown now, with the example PIN, by the one who holds its role. */
export async function submissionFor(
  stage: Stage,
  path: string,
  given: Readonly<Record<string, unknown>>,
): Promise<Readonly<Record<string, unknown>>> {
  const { role, contentHash, nonce } = (await readLink(stage, path)).body;
  return { signer: role, pin: EXAMPLE_PIN, contentHash, nonce, ...given };
}

export const post = (stage: Stage, path: string, submission: unknown): Promise<Reply> =>
  stage.world.request(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: typeof submission === 'string' ? submission : JSON.stringify(submission),
  });
