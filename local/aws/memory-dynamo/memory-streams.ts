import { ServiceError } from '../service-error.ts';
import type { MemoryDynamo } from './memory-dynamo.ts';

type Input = Readonly<Record<string, unknown>>;

/**
 * The stream of a table: one shard with one reader, which is all that the application has. Shard and iterator are the
 * name of the table and the place to read from.
 */
export function readStream(dynamo: MemoryDynamo, operation: string, input: Input): Record<string, unknown> {
  switch (operation) {
    case 'ListStreams':
      return { Streams: [{ StreamArn: String(input.TableName) }] };
    case 'DescribeStream':
      return { StreamDescription: { Shards: [{ ShardId: String(input.StreamArn) }] } };
    case 'GetShardIterator': {
      const from = input.SequenceNumber === undefined ? 0 : Number(input.SequenceNumber) + 1;
      return { ShardIterator: `${from}/${String(input.ShardId)}` };
    }
    case 'GetRecords':
      return recordsFrom(dynamo, String(input.ShardIterator), Number(input.Limit));
    default:
      throw new ServiceError('UnknownOperationException', `Streams: ${operation} is not done by tables in memory`);
  }
}

function recordsFrom(dynamo: MemoryDynamo, iterator: string, limit: number): Record<string, unknown> {
  const divider = iterator.indexOf('/');
  const from = Number(iterator.slice(0, divider));
  const table = iterator.slice(divider + 1);
  const written = dynamo.table(table).writtenFrom(from, limit);
  const next = (written.at(-1)?.sequence ?? from - 1) + 1;
  return {
    NextShardIterator: `${next}/${table}`,
    Records: written.map(({ sequence, eventName, keys, image }) => ({
      eventID: `${table}-${sequence}`,
      eventName,
      eventVersion: '1.1',
      eventSource: 'aws:dynamodb',
      dynamodb: {
        Keys: keys,
        ...(image === undefined ? {} : { NewImage: image }),
        SequenceNumber: String(sequence),
        StreamViewType: 'NEW_IMAGE',
      },
    })),
  };
}
