import type { TableModel } from '../template/model.ts';
import type { DynamoService } from './dynamodb.ts';
import { ServiceError } from './service-error.ts';

/** A record of a DynamoDB stream as Lambda hands it to a function. */
export interface StreamRecord {
  readonly eventID: string;
  readonly eventName: 'INSERT' | 'MODIFY' | 'REMOVE';
  readonly eventVersion: string;
  readonly eventSource: 'aws:dynamodb';
  readonly awsRegion: string;
  readonly eventSourceARN: string;
  readonly dynamodb: {
    readonly ApproximateCreationDateTime: number;
    readonly Keys: Readonly<Record<string, unknown>>;
    readonly NewImage?: Readonly<Record<string, unknown>>;
    readonly OldImage?: Readonly<Record<string, unknown>>;
    readonly SequenceNumber: string;
    readonly SizeBytes: number;
    readonly StreamViewType: string;
  };
}

const TARGET = 'DynamoDBStreams_20120810.';

/** Reads a table's stream, record after record, beginning after a sequence number. */
export class StreamSource {
  readonly #service: DynamoService;
  readonly #table: TableModel;
  readonly #nowMs: () => number;
  #iterator: string | undefined;
  #after: string | undefined;

  constructor(service: DynamoService, table: TableModel, after: string | undefined, nowMs: () => number) {
    this.#service = service;
    this.#table = table;
    this.#after = after;
    this.#nowMs = nowMs;
  }

  /** The next records, at most `limit`; none when the stream has been read to its end. */
  async next(limit: number): Promise<readonly StreamRecord[]> {
    this.#iterator ??= await this.#open();
    const answer = await this.#service.call(`${TARGET}GetRecords`, { ShardIterator: this.#iterator, Limit: limit });
    const records = (answer.Records ?? []) as StreamRecord[];
    this.#iterator = answer.NextShardIterator as string | undefined;
    this.#after = records.at(-1)?.dynamodb.SequenceNumber ?? this.#after;
    const [, , , region = ''] = this.#table.arn.split(':');
    return records.map((record) => ({
      ...record,
      awsRegion: region,
      eventSourceARN: this.#table.streamArn,
      dynamodb: { ...record.dynamodb, ApproximateCreationDateTime: Math.floor(this.#nowMs() / 1000) },
    }));
  }

  async #open(): Promise<string> {
    const { Streams } = (await this.#service.call(`${TARGET}ListStreams`, { TableName: this.#table.name })) as {
      Streams: readonly { StreamArn: string }[];
    };
    const arn = Streams[0]?.StreamArn;
    if (arn === undefined)
      throw new ServiceError('ResourceNotFoundException', `Table ${this.#table.name} has no stream`);
    const { StreamDescription } = (await this.#service.call(`${TARGET}DescribeStream`, { StreamArn: arn })) as {
      StreamDescription: { Shards: readonly { ShardId: string }[] };
    };
    const shard = StreamDescription.Shards[0]?.ShardId;
    const { ShardIterator } = await this.#service.call(`${TARGET}GetShardIterator`, {
      StreamArn: arn,
      ShardId: shard,
      ...(this.#after === undefined
        ? { ShardIteratorType: 'TRIM_HORIZON' }
        : { ShardIteratorType: 'AFTER_SEQUENCE_NUMBER', SequenceNumber: this.#after }),
    });
    return String(ShardIterator);
  }
}
