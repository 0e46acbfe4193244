import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { KMSClient } from '@aws-sdk/client-kms';
import { PinpointSMSVoiceV2Client } from '@aws-sdk/client-pinpoint-sms-voice-v2';
import { S3Client } from '@aws-sdk/client-s3';
import { SchedulerClient } from '@aws-sdk/client-scheduler';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SESv2Client } from '@aws-sdk/client-sesv2';
import { SFNClient } from '@aws-sdk/client-sfn';
import type { Clients } from '../../lambdas/middleware/runtime.ts';

/** How the requests of a client travel: settings of the SDK for clients of one service. */
export type Way = (service: string) => Readonly<Record<string, unknown>>;

/** Clients of the real SDK, each made when first used; in place of some of them, those that are given. */
export function clientsBy(way: Way, given: Partial<Clients> = {}): Clients {
  const once = <T>(make: () => T): (() => T) => {
    let made: T | undefined;
    return () => {
      made ??= make();
      return made;
    };
  };
  const dynamodb = once(() => given.dynamodb ?? new DynamoDBClient(way('dynamodb')));
  const sfn = once(() => given.sfn ?? new SFNClient(way('states')));
  const ses = once(() => given.ses ?? new SESv2Client(way('ses')));
  const scheduler = once(() => given.scheduler ?? new SchedulerClient(way('scheduler')));
  const secrets = once(() => given.secrets ?? new SecretsManagerClient(way('secretsmanager')));
  const events = once(() => given.events ?? new EventBridgeClient(way('events')));
  const cloudwatch = once(() => given.cloudwatch ?? new CloudWatchClient(way('monitoring')));
  const kms = once(() => given.kms ?? new KMSClient(way('kms')));
  const s3 = once(() => given.s3 ?? new S3Client(toBuckets(way('s3'))));
  const phones = once(() => given.phones ?? new PinpointSMSVoiceV2Client(way('sms-voice')));
  return {
    get dynamodb() {
      return dynamodb();
    },
    get sfn() {
      return sfn();
    },
    get ses() {
      return ses();
    },
    get scheduler() {
      return scheduler();
    },
    get secrets() {
      return secrets();
    },
    get events() {
      return events();
    },
    get cloudwatch() {
      return cloudwatch();
    },
    get kms() {
      return kms();
    },
    get s3() {
      return s3();
    },
    get phones() {
      return phones();
    },
  };
}

/** A bucket is part of the path here, as the one loopback address has no names below it; only the rules of the service put it there. */
function toBuckets({ endpointProvider: _without, ...way }: ReturnType<Way>): ReturnType<Way> {
  return { ...way, forcePathStyle: true };
}
