import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { SchedulerClient } from '@aws-sdk/client-scheduler';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SESv2Client } from '@aws-sdk/client-sesv2';
import { SFNClient } from '@aws-sdk/client-sfn';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventBridge } from '../../lambdas/adapters/event-bus.ts';
import { cloudWatchMetrics } from '../../lambdas/adapters/metrics.ts';
import { type JourneyScheduler, journeyScheduler } from '../../lambdas/adapters/scheduler.ts';
import { secretsManager } from '../../lambdas/adapters/secrets.ts';
import { type Mailer, sesMailer } from '../../lambdas/adapters/ses-mailer.ts';
import { type Callbacks, stepFunctions } from '../../lambdas/adapters/sfn-callback.ts';
import { Fault, TransientFault } from '../../lambdas/domain/faults.ts';
import { decided } from '../../lambdas/domain/journey/envelope.ts';
import { type FakeAws, fakeAws } from '../support/fake-aws.ts';
import { NOW } from '../support/journeys.ts';

let aws: FakeAws;
beforeAll(async () => {
  aws = await fakeAws();
});
afterAll(() => aws.stop());

describe('Step Functions', () => {
  let callbacks: Callbacks;
  beforeAll(() => {
    callbacks = stepFunctions(new SFNClient(aws.options));
  });

  it('answers a task with the envelope', async () => {
    aws.answer(() => ({}));
    expect(await callbacks.answer('token', decided('eligible'))).toEqual({ delivered: true });
    expect(aws.calls[0]).toMatchObject({
      operation: 'SendTaskSuccess',
      body: { taskToken: 'token', output: '{"schemaVersion":1,"outcome":"decided","decision":"eligible"}' },
    });
  });

  it.each(['TaskTimedOut', 'InvalidToken', 'TaskDoesNotExist'])('takes %s as final', async (error) => {
    aws.answer(() => ({ error }));
    expect(await callbacks.answer('token', decided('x'))).toEqual({ delivered: false, why: error });
  });

  it.each([
    ['ThrottlingException', 400],
    ['KmsThrottlingException', 400],
    ['InternalServerError', 500],
    ['Unknown', 503],
  ])('lets %s be repeated', async (error, status) => {
    aws.answer(() => ({ error, status }));
    await expect(callbacks.answer('token', decided('x'))).rejects.toBeInstanceOf(TransientFault);
  });

  it('takes anything else as broken', async () => {
    aws.answer(() => ({ error: 'KmsAccessDeniedException' }));
    const failure = callbacks.answer('token', decided('x'));
    await expect(failure).rejects.toBeInstanceOf(Fault);
    await expect(failure).rejects.not.toBeInstanceOf(TransientFault);
  });

  it('starts an execution; one that exists is started', async () => {
    aws.answer(() => ({ body: { executionArn: 'arn', startDate: 1 } }));
    await callbacks.start('arn:machine', 'J-Order-1-1', { journeyId: 'J' });
    expect(aws.calls[0]?.body).toEqual({
      stateMachineArn: 'arn:machine',
      name: 'J-Order-1-1',
      input: '{"journeyId":"J"}',
    });
    aws.answer(() => ({ error: 'ExecutionAlreadyExists' }));
    await callbacks.start('arn:machine', 'J-Order-1-1', {});
    aws.answer(() => ({ error: 'StateMachineDoesNotExist' }));
    await expect(callbacks.start('arn:machine', 'J-Order-1-1', {})).rejects.toThrow(
      /J-Order-1-1: StateMachineDoesNotExist/,
    );
  });
});

describe('mail', () => {
  let mailer: Mailer;
  beforeAll(() => {
    mailer = sesMailer(new SESv2Client(aws.options), 'journeys@hospital.example', 'mail-set');
  });
  const mail = {
    to: 'a@b.example',
    subject: 'Bitte prüfen',
    text: 'text',
    html: '<p>text</p>',
    tags: { class: 'due' },
  };

  it('is sent as text and HTML to one recipient, by the configuration set', async () => {
    aws.answer(() => ({ body: { MessageId: 'm1' } }));
    expect(await mailer.send(mail)).toEqual({ ok: true, value: { messageId: 'm1' } });
    expect(aws.calls[0]?.body).toMatchObject({
      FromEmailAddress: 'journeys@hospital.example',
      Destination: { ToAddresses: ['a@b.example'] },
      ConfigurationSetName: 'mail-set',
      Content: { Simple: { Subject: { Data: 'Bitte prüfen' }, Body: { Text: { Data: 'text' }, Html: {} } } },
      EmailTags: [{ Name: 'class', Value: 'due' }],
    });
  });

  it('brings its files, and without any asks for nothing of them', async () => {
    aws.answer(() => ({ body: { MessageId: 'm1' } }));
    const contentType = 'text/calendar; charset=UTF-8; method=REQUEST';
    await mailer.send({ ...mail, attachments: [{ fileName: 'day-0-1.ics', contentType, content: 'BEGIN: ü' }] });
    await mailer.send(mail);
    const contents = aws.calls.map(({ body }) => (body as { Content: { Simple: Record<string, unknown> } }).Content);
    expect(contents[0]?.Simple.Attachments).toEqual([
      {
        FileName: 'day-0-1.ics',
        ContentType: contentType,
        ContentDisposition: 'ATTACHMENT',
        ContentTransferEncoding: 'BASE64',
        RawContent: Buffer.from('BEGIN: ü').toString('base64'),
      },
    ]);
    expect(contents[1]?.Simple).not.toHaveProperty('Attachments');
  });

  it.each([
    ['a line break in the address', { to: 'a@b.example\r\nBcc: x@y.example' }],
    ['a second address', { to: 'a@b.example,x@y.example' }],
    ['a name around the address', { to: 'A <a@b.example>' }],
    ['a line break in the subject', { subject: 'Hello\r\nBcc: x@y.example' }],
  ])('is refused for %s, before anything is sent', async (_, change) => {
    aws.answer(() => ({ body: { MessageId: 'm1' } }));
    expect(await mailer.send({ ...mail, ...change })).toMatchObject({ ok: false, refusal: { code: 'invalid' } });
    expect(aws.calls).toEqual([]);
  });

  it('that SES never takes is refused, one that it is too busy for may be repeated', async () => {
    aws.answer(() => ({ error: 'MessageRejected' }));
    expect(await mailer.send(mail)).toMatchObject({ ok: false });
    aws.answer(() => ({ error: 'TooManyRequestsException', status: 429 }));
    await expect(mailer.send(mail)).rejects.toBeInstanceOf(TransientFault);
  });
});

describe('the schedule of a journey', () => {
  let scheduler: JourneyScheduler;
  beforeAll(() => {
    scheduler = journeyScheduler({
      client: new SchedulerClient(aws.options),
      group: 'group',
      targetArn: 'arn:target',
      roleArn: 'arn:role',
      deadLetterArn: 'arn:dlq',
      now: () => NOW,
    });
  });
  const expression = () => aws.calls.at(-1)?.body.ScheduleExpression;

  it('is created with the journey id as name, once, in UTC, with a place for what failed', async () => {
    aws.answer(({ method }) => (method === 'PUT' ? { error: 'ResourceNotFoundException', status: 404 } : {}));
    await scheduler.setNextDue('28T5CY4TK', '2026-12-01T08:00:00.000Z');
    expect(aws.calls.at(-1)).toMatchObject({
      method: 'POST',
      path: '/schedules/28T5CY4TK',
      body: {
        GroupName: 'group',
        ScheduleExpression: 'at(2026-12-01T08:00:00)',
        ScheduleExpressionTimezone: 'UTC',
        FlexibleTimeWindow: { Mode: 'OFF' },
        ActionAfterCompletion: 'DELETE',
        Target: {
          Arn: 'arn:target',
          RoleArn: 'arn:role',
          Input: '{"schemaVersion":1,"journeyId":"28T5CY4TK"}',
          DeadLetterConfig: { Arn: 'arn:dlq' },
        },
      },
    });
  });

  it('never fires before it is due, and never lies in the past', async () => {
    aws.answer(() => ({}));
    await scheduler.setNextDue('J', '2026-12-01T08:00:00.001Z');
    expect(expression()).toBe('at(2026-12-01T08:00:01)');
    await scheduler.setNextDue('J', '2020-01-01T00:00:00.000Z');
    expect(expression()).toBe('at(2026-11-22T12:01:00)');
  });

  it('delivers a mail that waits at its time, planned once however often it is asked for', async () => {
    aws.answer(() => ({}));
    await scheduler.deliverAt('person:cam', 'held-2026-12-01T08:00:00.000Z', '2026-12-01T08:00:00.000Z');
    expect(aws.calls.at(-1)).toMatchObject({
      method: 'POST',
      path: expect.stringMatching(/^\/schedules\/held-[0-9a-f]{40}$/),
      body: {
        ScheduleExpression: 'at(2026-12-01T08:00:00)',
        Target: {
          Arn: 'arn:target',
          Input: '{"schemaVersion":1,"owner":"person:cam","effect":"held-2026-12-01T08:00:00.000Z"}',
        },
      },
    });
    aws.answer(() => ({ error: 'ConflictException', status: 409 }));
    await scheduler.deliverAt('person:cam', 'held-2026-12-01T08:00:00.000Z', '2026-12-01T08:00:00.000Z');
    aws.answer(() => ({ error: 'ThrottlingException', status: 429 }));
    await expect(scheduler.deliverAt('person:cam', 'e', NOW)).rejects.toBeInstanceOf(TransientFault);
  });

  it('is updated when there is one, in one request', async () => {
    aws.answer(() => ({}));
    await scheduler.setNextDue('J', '2026-12-01T08:00:00.000Z');
    expect(aws.calls.map(({ method }) => method)).toEqual(['PUT']);
  });

  it('is updated after all when another effect made it meanwhile', async () => {
    let puts = 0;
    aws.answer(({ method }) => {
      if (method === 'POST') return { error: 'ConflictException', status: 409 };
      puts += 1;
      return puts === 1 ? { error: 'ResourceNotFoundException', status: 404 } : {};
    });
    await scheduler.setNextDue('J', '2026-12-01T08:00:00.000Z');
    expect(aws.calls.map(({ method }) => method)).toEqual(['PUT', 'POST', 'PUT']);
  });

  it('says what the service refused', async () => {
    aws.answer(() => ({ error: 'ValidationException' }));
    await expect(scheduler.setNextDue('J', NOW)).rejects.toThrow(/journey J: ValidationException/);
    aws.answer(({ method }) =>
      method === 'PUT' ? { error: 'ResourceNotFoundException', status: 404 } : { error: 'ValidationException' },
    );
    await expect(scheduler.setNextDue('J', NOW)).rejects.toThrow(/journey J: ValidationException/);
  });

  it('is deleted when nothing is due, also when there is none', async () => {
    aws.answer(() => ({}));
    await scheduler.setNextDue('J', undefined);
    expect(aws.calls[0]).toMatchObject({ method: 'DELETE', path: expect.stringContaining('/schedules/J?') });
    aws.answer(() => ({ error: 'ResourceNotFoundException', status: 404 }));
    await scheduler.setNextDue('J', undefined);
    aws.answer(() => ({ error: 'ThrottlingException', status: 429 }));
    await expect(scheduler.setNextDue('J', undefined)).rejects.toBeInstanceOf(TransientFault);
  });
});

describe('the bus and the metrics', () => {
  it('tells other systems, and notices when the bus did not take it', async () => {
    const bus = eventBridge(new EventBridgeClient(aws.options), 'bus');
    aws.answer(() => ({ body: { FailedEntryCount: 0, Entries: [{ EventId: '1' }] } }));
    await bus.publish('Journey opened', { journeyId: 'J' });
    expect(aws.calls[0]?.body).toEqual({
      Entries: [
        { Source: 'atmp-journey', DetailType: 'Journey opened', Detail: '{"journeyId":"J"}', EventBusName: 'bus' },
      ],
    });
    aws.answer(() => ({ body: { FailedEntryCount: 1, Entries: [{ ErrorCode: 'InternalFailure' }] } }));
    await expect(bus.publish('Journey opened', {})).rejects.toThrow(/InternalFailure/);
    aws.answer(() => ({ body: { FailedEntryCount: 1 } }));
    await expect(bus.publish('Journey opened', {})).rejects.toThrow(/no reason given/);
  });

  it('puts metrics, at most a thousand a request', async () => {
    const metrics = cloudWatchMetrics(new CloudWatchClient(aws.options), 'Space');
    aws.answer(() => ({}));
    await metrics.put(
      Array.from({ length: 1001 }, (_, value) => ({ name: 'Open', value, dimensions: { Phase: 'Order' } })),
    );
    expect(aws.calls).toHaveLength(2);
  });
});

describe('secrets', () => {
  it('are read anew after five minutes, at once after a failure, and once for many who ask', async () => {
    let now = NOW;
    const secrets = secretsManager(new SecretsManagerClient(aws.options), () => now);
    aws.answer(() => ({ error: 'AccessDeniedException' }));
    await expect(secrets.read('arn')).rejects.toThrow(/Read secret: AccessDeniedException/);
    aws.answer(() => ({ body: { SecretString: 'one' } }));
    expect(await Promise.all([secrets.read('arn'), secrets.read('arn')])).toEqual(['one', 'one']);
    expect(aws.calls).toHaveLength(1);
    aws.answer(() => ({ body: { SecretString: 'two' } }));
    now = '2026-11-22T12:04:59.999Z';
    expect(await secrets.read('arn')).toBe('one');
    now = '2026-11-22T12:05:00.000Z';
    expect(await secrets.read('arn')).toBe('two');
  });

  it('without text stop the function by name', async () => {
    const secrets = secretsManager(new SecretsManagerClient(aws.options), () => NOW);
    aws.answer(() => ({ body: {} }));
    await expect(secrets.read('arn:secret')).rejects.toThrow(/Secret arn:secret: expected text/);
  });
});
