import { randomFillSync } from 'node:crypto';
import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { DynamoDBClient, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { KMSClient } from '@aws-sdk/client-kms';
import { PinpointSMSVoiceV2Client } from '@aws-sdk/client-pinpoint-sms-voice-v2';
import { S3Client } from '@aws-sdk/client-s3';
import { SchedulerClient } from '@aws-sdk/client-scheduler';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SESv2Client } from '@aws-sdk/client-sesv2';
import { SFNClient } from '@aws-sdk/client-sfn';
import * as InstantFns from 'temporal-polyfill/fns/Instant';
import * as NowFns from 'temporal-polyfill/fns/Now';

/** The AWS clients that functions work with. */
export interface Clients {
  readonly dynamodb: DynamoDBClient;
  readonly sfn: SFNClient;
  readonly ses: SESv2Client;
  readonly scheduler: SchedulerClient;
  readonly secrets: SecretsManagerClient;
  readonly events: EventBridgeClient;
  readonly cloudwatch: CloudWatchClient;
  readonly kms: KMSClient;
  readonly s3: S3Client;
  readonly phones: PinpointSMSVoiceV2Client;
}
export type ClientName = keyof Clients;
export type ClientMakers<Name extends ClientName> = { readonly [N in Name]: () => Clients[N] };

const silent = (): void => undefined;
/**
 * The logger of every client. The SDK's own, which writes nothing either, first has each request and answer copied and filtered
 * for the line it does not write; that is asked for only where there is an `info`.
 */
export const sdkLogger = { trace: silent, debug: silent, warn: silent, error: silent } as unknown as NonNullable<
  DynamoDBClientConfig['logger']
>;

// One by one and not as a list: a function's bundle holds only the clients whose makers it imports.
export const dynamodbClient = (): DynamoDBClient => new DynamoDBClient({ logger: sdkLogger });
export const sfnClient = (): SFNClient => new SFNClient({ logger: sdkLogger });
export const sesClient = (): SESv2Client => new SESv2Client({ logger: sdkLogger });
export const schedulerClient = (): SchedulerClient => new SchedulerClient({ logger: sdkLogger });
export const secretsClient = (): SecretsManagerClient => new SecretsManagerClient({ logger: sdkLogger });
export const eventsClient = (): EventBridgeClient => new EventBridgeClient({ logger: sdkLogger });
export const cloudwatchClient = (): CloudWatchClient => new CloudWatchClient({ logger: sdkLogger });
export const s3Client = (): S3Client => new S3Client({ logger: sdkLogger });
export const phonesClient = (): PinpointSMSVoiceV2Client => new PinpointSMSVoiceV2Client({ logger: sdkLogger });
export const kmsClient = (): KMSClient => new KMSClient({ logger: sdkLogger });

/**
 * The one seam between a function and the world: environment, clock, randomness and AWS clients. Nothing else reads
 * them (lint rule). `local/` makes one per function; on AWS it is the process and the system.
 */
export interface Runtime<Name extends ClientName = ClientName> {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The present instant: ISO 8601, UTC, milliseconds, e.g. `2026-11-22T12:00:00.000Z`. */
  now(): string;
  /** Cryptographically strong random bytes. */
  randomBytes(count: number): Uint8Array;
  /** Those that the function named; each is made when first used. */
  readonly clients: Pick<Clients, Name>;
}

export const systemNow = (): string => InstantFns.toString(NowFns.instant(), { fractionalSecondDigits: 3 });

const systemRuntime = <Name extends ClientName>(makers: ClientMakers<Name>): Runtime<Name> => ({
  env: process.env,
  now: systemNow,
  randomBytes: (count) => randomFillSync(new Uint8Array(count)),
  clients: lazyClients(makers),
});

function lazyClients<Name extends ClientName>(makers: ClientMakers<Name>): Pick<Clients, Name> {
  const made: Partial<Clients> = {};
  return new Proxy(made, {
    get: (_, name: Name) => {
      made[name] ??= makers[name]();
      return made[name];
    },
  }) as Pick<Clients, Name>;
}

/**
 * The handler of a Lambda function. In Lambda the environment is parsed and clients are made at import (cold start),
 * so that a missing value stops the function there; anywhere else `create` is called with a runtime instead.
 *
 * @param makers of the clients that `create` asks for and no others: each that is named is part of the function's bundle
 */
export function coldStart<H, Name extends ClientName>(
  create: (runtime: Runtime<Name>) => H,
  makers: ClientMakers<Name>,
): H {
  if (process.env.AWS_LAMBDA_FUNCTION_NAME !== undefined) return create(systemRuntime(makers));
  return (() => {
    throw new Error('Not running in Lambda: expected AWS_LAMBDA_FUNCTION_NAME. Call create(runtime) instead.');
  }) as H;
}
