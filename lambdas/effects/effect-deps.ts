import type { Addresses } from '../adapters/dynamo-addresses.ts';
import type { MessageStore } from '../adapters/dynamo-message-store.ts';
import type { EventBus } from '../adapters/event-bus.ts';
import type { JourneyScheduler } from '../adapters/scheduler.ts';
import type { Callbacks } from '../adapters/sfn-callback.ts';
import type { JourneyDeps } from '../domain/journey/change-journey.ts';
import type { MachineName } from '../domain/journey/effects.ts';
import type {
  CourseIndex,
  HeldMail,
  LinkIndex,
  MailCounts,
  PersonMails,
  Registers,
  StaffDirectory,
} from '../domain/ports.ts';
import type { TellingSite } from '../domain/telling/held-until.ts';
import type { Channels } from './channel.ts';

/** Everything an effect may need; each kind takes its part. */
export interface EffectDeps extends JourneyDeps {
  readonly links: LinkIndex;
  readonly staff: StaffDirectory;
  /** Base of every link, without a slash at the end. */
  readonly publicUrl: string;
  /** Sender of every mail, and organiser of every invitation. */
  readonly mailFrom: string;
  readonly machines: Readonly<Record<MachineName, string>>;
  readonly callback: Callbacks;
  /** Every way by which people can be reached. */
  readonly channels: Channels;
  readonly bus: EventBus;
  readonly scheduler: JourneyScheduler;
  readonly messages: MessageStore;
  readonly courses: CourseIndex;
  readonly held: HeldMail;
  readonly personMails: PersonMails;
  readonly addresses: Pick<Addresses, 'asked'>;
  readonly mailCounts: MailCounts;
  readonly registers: Registers;
  /** How sites tell their people. */
  readonly sites: readonly (TellingSite & { readonly id: string })[];
  randomBytes(count: number): Uint8Array;
}
