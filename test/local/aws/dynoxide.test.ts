import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateTableCommand, DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { expect, test } from 'vitest';
import { type DynamoEndpoint, startDynamo } from '../../../local/aws/dynoxide.ts';

/** Calls the streams, for which the application has no client. */
async function streams(at: DynamoEndpoint, operation: string, input: unknown): Promise<Record<string, unknown>> {
  const reply = await fetch(`http://${at.host}:${at.port}/`, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-target': `DynamoDBStreams_20120810.${operation}`,
      'x-amz-date': '20260101T000000Z',
      authorization:
        'AWS4-HMAC-SHA256 Credential=a/20260101/local/dynamodb/aws4_request, SignedHeaders=host, Signature=0',
    },
    body: JSON.stringify(input),
  });
  return (await reply.json()) as Record<string, unknown>;
}

interface StreamItem {
  readonly dynamodb: { readonly SequenceNumber: string };
}

async function sequences(at: DynamoEndpoint): Promise<readonly string[]> {
  const { Streams } = (await streams(at, 'ListStreams', { TableName: 'Table' })) as {
    Streams: { StreamArn: string }[];
  };
  const StreamArn = Streams[0]?.StreamArn;
  const described = (await streams(at, 'DescribeStream', { StreamArn })) as {
    StreamDescription: { Shards: { ShardId: string }[] };
  };
  const ShardId = described.StreamDescription.Shards[0]?.ShardId;
  const from = await streams(at, 'GetShardIterator', { StreamArn, ShardId, ShardIteratorType: 'TRIM_HORIZON' });
  const { Records } = (await streams(at, 'GetRecords', { ShardIterator: from.ShardIterator })) as {
    Records: StreamItem[];
  };
  return Records.map(({ dynamodb }) => dynamodb.SequenceNumber);
}

test('consumed stream records are dropped, and the numbers go on after those that were', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'atmp-dynoxide-'));
  const dynamo = await startDynamo(join(directory, 'dynamodb.sqlite'), {});
  const client = new DynamoDBClient({
    endpoint: `http://${dynamo.host}:${dynamo.port}`,
    region: 'eu-central-1',
    credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
  });
  try {
    await client.send(
      new CreateTableCommand({
        TableName: 'Table',
        BillingMode: 'PAY_PER_REQUEST',
        KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
        AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
        StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_IMAGE' },
      }),
    );
    const put = (pk: string) => client.send(new PutItemCommand({ TableName: 'Table', Item: { pk: { S: pk } } }));
    for (const pk of ['a', 'b', 'c']) await put(pk);
    const [, , last = ''] = await sequences(dynamo);
    dynamo.forgetStream?.('Table', last);
    expect(await sequences(dynamo)).toEqual([last]);
    await put('d');
    const [first, next = ''] = await sequences(dynamo);
    expect(first).toBe(last);
    expect(Number(next)).toBeGreaterThan(Number(last));
  } finally {
    client.destroy();
    await dynamo.stop();
    rmSync(directory, { recursive: true, force: true });
  }
});
