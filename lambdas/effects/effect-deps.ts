import type { MessageStore } from '../adapters/dynamo-message-store.ts';
import type { EventBus } from '../adapters/event-bus.ts';
import type { JourneyScheduler } from '../adapters/scheduler.ts';
import type { Mailer } from '../adapters/ses-mailer.ts';
import type { Callbacks } from '../adapters/sfn-callback.ts';
import type { JourneyDeps } from '../domain/journey/change-journey.ts';
import type { MachineName } from '../domain/journey/effects.ts';
import type { CourseIndex, LinkIndex, StaffRegister } from '../domain/ports.ts';

/** Everything an effect may need; each kind takes its part. */
export interface EffectDeps extends JourneyDeps {
  readonly links: LinkIndex;
  readonly staff: StaffRegister;
  linkKey(): Promise<string>;
  /** Base of every link, without a slash at the end. */
  readonly publicUrl: string;
  readonly machines: Readonly<Record<MachineName, string>>;
  readonly callback: Callbacks;
  readonly mailer: Mailer;
  readonly bus: EventBus;
  readonly scheduler: JourneyScheduler;
  readonly messages: MessageStore;
  readonly courses: CourseIndex;
  randomBytes(count: number): Uint8Array;
}
