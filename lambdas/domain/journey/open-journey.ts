import type { Actor } from '../events/envelope.ts';
import type { Origin } from '../events/order-data.ts';
import { protocolHash } from '../protocol/hash.ts';
import type { Instant } from '../time.ts';
import { enter } from './enter.ts';
import { type CommandContext, Scribe, system } from './scribe.ts';
import type { JourneySite } from './site-policy.ts';

export interface NewJourney {
  readonly id: string;
  readonly site: JourneySite;
  /** Pseudonym of the patient in the identity store. */
  readonly patient: string;
  /** None when it is opened from a referral. */
  readonly order?: { readonly sender: string; readonly messageId: string; readonly orderedAt: Instant };
  /** How it comes to be opened; without it, by the order. */
  readonly origin?: Origin;
  readonly by: Actor;
}

/** Opens a journey on an order or a referral: pins the protocol, starts the first run, enters Order. */
export function openJourney(
  context: CommandContext,
  { id, site, patient, order, origin = { kind: 'order' }, by }: NewJourney,
): Scribe {
  const scribe = new Scribe(context, id);
  const { protocol } = context;
  scribe.write(
    'journey.opened',
    {
      protocol: { id: protocol.id, version: protocol.version, sha256: protocolHash(protocol) },
      site,
      patient,
      ...(order === undefined ? {} : { order }),
      origin,
    },
    by,
    order === undefined
      ? { at: context.now, zone: site.zone, known: 'system' }
      : { at: order.orderedAt, zone: site.zone, known: 'stated' },
  );
  scribe.write('run.started', { run: 1, reason: 'opened' }, system('pathway'));
  enter(scribe, 'Order');
  return scribe;
}
