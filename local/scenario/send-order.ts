import * as z from 'zod';
import { orderMessage, signedHeaders } from './order-message.ts';
import type { World } from './world.ts';

type Order = Parameters<typeof orderMessage>[0];
type Sender = Pick<World, 'request'>;

const taken = z.object({ journeyId: z.string() });

/** Sends an order as an EHR does, signed; gives what it was answered. Throws where it was not taken. */
export async function sendOrder(
  world: Sender,
  webhookSecret: string,
  order: Order,
  messageId = `msg_${order.order}`,
): Promise<unknown> {
  const body = orderMessage(order);
  const headers = signedHeaders(webhookSecret, messageId, order.authoredOn, body);
  const reply = await world.request('/ehr/fhir', { method: 'POST', headers, body });
  if (reply.status !== 202) {
    throw new Error(`Order ${order.order}: expected 202, got ${reply.status} ${JSON.stringify(reply.body)}`);
  }
  return reply.body;
}

/** Sends an order that opens a journey; gives its id. */
export async function sendNewOrder(world: Sender, webhookSecret: string, order: Order): Promise<string> {
  const answer = await sendOrder(world, webhookSecret, order);
  const read = taken.safeParse(answer);
  if (!read.success) {
    throw new Error(`Order ${order.order}: expected the id of its journey, got ${JSON.stringify(answer)}`);
  }
  return read.data.journeyId;
}
