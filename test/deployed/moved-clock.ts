import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { toItem } from '../../lambdas/adapters/items.ts';
import { clockOffsetKey } from '../../lambdas/adapters/table-keys.ts';
import type { Instant } from '../../lambdas/domain/time.ts';
import type { Deployment } from './deployment.ts';

/** The time of the deployed functions: this machine's, moved by what item `CLOCK` / `OFFSET` says. */
export class MovedClock {
  #offset = 0;
  readonly #deployment: Deployment;

  constructor(deployment: Deployment) {
    this.#deployment = deployment;
  }

  nowMs(): number {
    return Date.now() + this.#offset;
  }

  now(): Instant {
    return new Date(this.nowMs()).toISOString();
  }

  async moveTo(epochMs: number): Promise<void> {
    this.#offset = epochMs - Date.now();
    const { clients, outputs } = this.#deployment;
    await clients.dynamodb.send(
      new PutItemCommand({
        TableName: outputs.journeysTable,
        Item: toItem({ ...clockOffsetKey, milliseconds: this.#offset }),
      }),
    );
  }
}
