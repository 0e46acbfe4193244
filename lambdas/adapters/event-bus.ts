import { type EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { TransientFault } from '../domain/faults.ts';
import { calling } from './aws-errors.ts';

/** `source` of every event of ours. */
export const EVENT_SOURCE = 'atmp-journey';

export interface EventBus {
  /** Tells other systems; ids only. Throws TransientFault when the bus did not take it. */
  publish(detailType: string, detail: unknown): Promise<void>;
}

export const eventBridge = (client: EventBridgeClient, busName: string): EventBus => ({
  async publish(detailType, detail) {
    const entry = {
      Source: EVENT_SOURCE,
      DetailType: detailType,
      Detail: JSON.stringify(detail),
      EventBusName: busName,
    };
    const answer = await calling('Put event', () => client.send(new PutEventsCommand({ Entries: [entry] })));
    // A refused entry is part of an answer with status 200.
    const [refused] = (answer.Entries ?? []).filter(({ ErrorCode }) => ErrorCode !== undefined);
    if ((answer.FailedEntryCount ?? 0) > 0) {
      throw new TransientFault(
        `Put event "${detailType}": the bus refused it (${refused?.ErrorCode ?? 'no reason given'})`,
      );
    }
  },
});
