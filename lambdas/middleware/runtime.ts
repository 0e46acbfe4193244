import { randomFillSync } from 'node:crypto';
import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { SchedulerClient } from '@aws-sdk/client-scheduler';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SESv2Client } from '@aws-sdk/client-sesv2';
import { SFNClient } from '@aws-sdk/client-sfn';
import { Temporal } from 'temporal-polyfill';

/** The AWS clients of one function; each is made when first used. */
export interface Clients {
  readonly dynamodb: DynamoDBClient;
  readonly sfn: SFNClient;
  readonly ses: SESv2Client;
  readonly scheduler: SchedulerClient;
  readonly secrets: SecretsManagerClient;
  readonly events: EventBridgeClient;
  readonly cloudwatch: CloudWatchClient;
}

/**
 * The one seam between a function and the world: environment, clock, randomness and AWS clients. Nothing else reads
 * them (lint rule). `local/` makes one per function; on AWS it is the process and the system.
 */
export interface Runtime {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The present instant: ISO 8601, UTC, milliseconds, e.g. `2026-11-22T12:00:00.000Z`. */
  now(): string;
  /** Cryptographically strong random bytes. */
  randomBytes(count: number): Uint8Array;
  readonly clients: Clients;
}

export const systemNow = (): string => Temporal.Now.instant().toString({ fractionalSecondDigits: 3 });

export function systemRuntime(): Runtime {
  return {
    env: process.env,
    now: systemNow,
    randomBytes: (count) => randomFillSync(new Uint8Array(count)),
    clients: lazyClients(),
  };
}

function lazyClients(): Clients {
  const makers = {
    dynamodb: () => new DynamoDBClient({}),
    sfn: () => new SFNClient({}),
    ses: () => new SESv2Client({}),
    scheduler: () => new SchedulerClient({}),
    secrets: () => new SecretsManagerClient({}),
    events: () => new EventBridgeClient({}),
    cloudwatch: () => new CloudWatchClient({}),
  };
  const made: Partial<Clients> = {};
  return new Proxy(made, {
    get: (_, name: keyof Clients) => {
      (made as Record<string, unknown>)[name] ??= makers[name]();
      return made[name];
    },
  }) as Clients;
}

/**
 * The handler of a Lambda function. In Lambda the environment is parsed and clients are made at import (cold start),
 * so that a missing value stops the function there; anywhere else `create` is called with a runtime instead.
 */
export function coldStart<H>(create: (runtime: Runtime) => H): H {
  if (process.env.AWS_LAMBDA_FUNCTION_NAME !== undefined) return create(systemRuntime());
  return (() => {
    throw new Error('Not running in Lambda: expected AWS_LAMBDA_FUNCTION_NAME. Call create(runtime) instead.');
  }) as H;
}
