import { createHash } from 'node:crypto';
import { GetItemCommand } from '@aws-sdk/client-dynamodb';
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { GetScheduleCommand } from '@aws-sdk/client-scheduler';
import { SendEmailCommand, type SendEmailCommandInput } from '@aws-sdk/client-sesv2';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type EmbeddedStack, startStack } from '../../../local/stack.ts';
import { fixtureTemplates as templates } from '../fixture/templates.ts';

let stack: EmbeddedStack;
beforeAll(async () => {
  stack = await startStack({ clock: { virtualFrom: '2026-03-01T00:00:00Z' }, templates });
});
afterAll(() => stack.stop());

const mail = (more: Partial<SendEmailCommandInput> = {}, subject = 'Hello'): SendEmailCommand =>
  new SendEmailCommand({
    FromEmailAddress: 'Journeys <journeys@hospital.example>',
    Destination: { ToAddresses: ['reader@hospital.example'] },
    Content: { Simple: { Subject: { Data: subject }, Body: { Text: { Data: 'Text' } } } },
    ...more,
  });

describe('SES over the loopback door', () => {
  test('takes a mail and gives its id', async () => {
    const { MessageId } = await stack.clientsFor().ses.send(mail());
    expect(stack.outbox().map(({ messageId }) => messageId)).toContain(MessageId);
  });

  const withFile = (file: { FileName: string; ContentType?: string }): SendEmailCommand => {
    const Attachments = [{ RawContent: Buffer.from('BEGIN:VCALENDAR'), ContentType: 'text/calendar', ...file }];
    const Simple = { Subject: { Data: 'Hello' }, Body: { Text: { Data: 'Text' } }, Attachments };
    return mail({ Content: { Simple } });
  };

  test('keeps the files of a mail as they are read', async () => {
    await stack.clientsFor().ses.send(withFile({ FileName: 'day-0-1.ics' }));
    expect(stack.outbox().at(-1)?.attachments).toEqual([
      { fileName: 'day-0-1.ics', contentType: 'text/calendar', text: 'BEGIN:VCALENDAR' },
    ]);
  });

  test('asks for the permission of raw mails where there are files', async () => {
    const sent = stack.clientsFor('Effects').ses.send(withFile({ FileName: 'day-0-1.ics' }));
    await expect(sent).rejects.toThrow(/not authorized to perform: ses:SendRawEmail/);
  });

  test.each([
    ['a file without a name', withFile({ FileName: '' })],
    ['a kind of file that is too long', withFile({ FileName: 'a.ics', ContentType: 'a'.repeat(79) })],
    ['an address with a line break', mail({ Destination: { ToAddresses: ['a@b.example\r\nBcc: c@d.example'] } })],
    ['no recipient', mail({ Destination: {} })],
    ['a subject with a line break', mail({}, 'Hello\nBcc: c@d.example')],
    ['a field it does not know', mail({ ListManagementOptions: { ContactListName: 'x' } })],
  ])('refuses %s', async (_, command) => {
    await expect(stack.clientsFor().ses.send(command)).rejects.toMatchObject({ name: 'BadRequestException' });
  });

  test('refuses a sender that the role may not use', async () => {
    const sent = stack.clientsFor('Effects').ses.send(mail({ FromEmailAddress: 'other@hospital.example' }));
    await expect(sent).rejects.toMatchObject({ name: 'AccessDeniedException' });
  });
});

test('an object put into a bucket can be read; a checksum and a condition of a put are kept; a bucket that is not there has none', async () => {
  const s3 = new S3Client({
    endpoint: stack.endpoint,
    region: 'eu-central-1',
    forcePathStyle: true,
    credentials: { accessKeyId: 'operator', secretAccessKey: 'x' },
  });
  await s3.send(new PutObjectCommand({ Bucket: 'Records-Failed', Key: 'a/b c', Body: 'text' }));
  const { Body } = await s3.send(new GetObjectCommand({ Bucket: 'Records-Failed', Key: 'a/b c' }));
  expect(await Body?.transformToString()).toBe('text');
  const again = new PutObjectCommand({ Bucket: 'Records-Failed', Key: 'a/b c', Body: 'other', IfNoneMatch: '*' });
  await expect(s3.send(again)).rejects.toMatchObject({ name: 'PreconditionFailed' });
  const ChecksumSHA256 = createHash('sha256').update('another').digest('base64');
  const wrong = new PutObjectCommand({ Bucket: 'Records-Failed', Key: 'b', Body: 'other', ChecksumSHA256 });
  await expect(s3.send(wrong)).rejects.toMatchObject({ name: 'BadDigest' });
  await expect(s3.send(new PutObjectCommand({ Bucket: 'none', Key: 'a', Body: 'x' }))).rejects.toMatchObject({
    name: 'NoSuchBucket',
  });
});

test('a request signed by nobody we know is refused', async () => {
  const sent = stack
    .clientsFor('Nobody')
    .dynamodb.send(new GetItemCommand({ TableName: 'Records-Notes', Key: { pk: { S: 'a' }, sk: { S: 'b' } } }));
  await expect(sent).rejects.toMatchObject({ name: 'UnrecognizedClientException' });
});

test('a schedule is read back as it was made', async () => {
  await stack.invoke('daily', { do: 'schedule', name: 'read-back', at: '2027-01-01T00:00:00' });
  const schedule = await stack
    .clientsFor()
    .scheduler.send(new GetScheduleCommand({ Name: 'read-back', GroupName: 'App-Group' }));
  expect(schedule).toMatchObject({
    ScheduleExpression: 'at(2027-01-01T00:00:00)',
    ActionAfterCompletion: 'DELETE',
    State: 'ENABLED',
  });
});

test('a failing function is a function error with the name of what it threw', async () => {
  expect(await stack.invoke('web', { httpMethod: 'POST', body: '{"do":"fail"}', pathParameters: { id: 'a' } })).toEqual(
    {
      functionError: { errorType: 'RangeError', errorMessage: 'on purpose' },
    },
  );
});
