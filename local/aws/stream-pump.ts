import type { Clock } from '../clock/clock.ts';
import type { Faults } from '../faults/faults.ts';
import { FaultyBatches } from '../faults/faulty-batches.ts';
import type { FunctionModel, Model, StreamMappingModel, TableModel } from '../template/model.ts';
import type { DynamoService } from './dynamodb.ts';
import { compilePattern } from './event-pattern.ts';
import type { Iam } from './iam.ts';
import type { Answer, LambdaHost } from './lambda-host.ts';
import type { Store } from './store.ts';
import { keepFailedRecords } from './stream-failures.ts';
import { type StreamRecord, StreamSource } from './stream-source.ts';

const FIRST_BACKOFF_MS = 1_000;
const LONGEST_BACKOFF_MS = 60_000;

export interface PumpPorts {
  readonly model: Model;
  readonly dynamo: DynamoService;
  readonly iam: Iam;
  readonly lambda: LambdaHost;
  readonly clock: Clock;
  readonly store: Store;
  /** Whether another process may go on where this one ends: only then a checkpoint is of use. */
  readonly resumes: boolean;
  /** Told now and then up to where the stream was consumed, for good. */
  consumed?(table: string, sequence: string): void;
  readonly faults: Faults;
}

/** So many records are consumed before it is told. */
const TOLD_EVERY = 1_000;

/**
 * One event source mapping. It is woken by each write to its table and reads to the end of the stream; while a batch
 * fails it waits on the clock and everything behind it waits too, as on a shard. The checkpoint is kept after each
 * batch, so that a killed process delivers again what was not finished.
 */
export class StreamPump {
  readonly table: string;
  readonly #mapping: StreamMappingModel;
  readonly #fn: FunctionModel;
  readonly #ports: PumpPorts;
  readonly #source: StreamSource;
  readonly #wanted: (record: StreamRecord) => boolean;
  readonly #tableModel: TableModel;
  readonly #batches: FaultyBatches;
  #running = false;
  #again = false;
  #stopped = false;
  #untold = 0;

  constructor(mapping: StreamMappingModel, table: TableModel, ports: PumpPorts) {
    this.table = table.name;
    this.#tableModel = table;
    this.#mapping = mapping;
    this.#fn = ports.lambda.find(mapping.functionArn);
    this.#ports = ports;
    this.#batches = new FaultyBatches(ports.faults);
    const { store, clock, dynamo } = ports;
    const kept = store.get<{ sequence: string }>(
      'SELECT sequence FROM checkpoint WHERE mapping = ?',
      mapping.logicalId,
    );
    this.#source = new StreamSource(dynamo, table, kept?.sequence, () => clock.now());
    const filters = mapping.filters.map((pattern) => compilePattern(pattern, mapping.logicalId));
    this.#wanted = (record) => filters.length === 0 || filters.some((filter) => filter(record));
  }

  /** Something was written: read on. Counted as work from this call on. */
  wake(): void {
    if (this.#stopped) return;
    if (this.#running) {
      this.#again = true;
      return;
    }
    this.#running = true;
    const release = this.#ports.clock.hold();
    this.#drain(release).catch((error: unknown) => {
      this.#running = false;
      if (!this.#stopped) process.emitWarning(error instanceof Error ? error : String(error), 'EmbeddedStreamWarning');
    });
  }

  stop(): void {
    this.#stopped = true;
  }

  async #drain(release: () => void): Promise<void> {
    let holding = release;
    const pause = async (ms: number): Promise<void> => {
      const { clock } = this.#ports;
      await new Promise<void>((resolve) => {
        clock.setTimer(clock.now() + ms, () => {
          holding = clock.hold();
          resolve();
        });
        holding();
      });
    };
    try {
      this.#authorize();
      while (!this.#stopped) {
        this.#again = false;
        const records = await this.#source.next(this.#mapping.batchSize);
        if (records.length === 0 && !this.#again) break;
        const batch = records.filter(this.#wanted);
        for (const { afterMs, inOrder, records: given } of batch.length > 0 ? this.#batches.deliveries(batch) : []) {
          if (afterMs > 0) await pause(afterMs);
          await this.#deliver(given, pause, inOrder);
        }
        const last = records.at(-1);
        if (last !== undefined) this.#checkpoint(last);
        this.#tell(records.length, last);
      }
      this.#running = false;
    } finally {
      holding();
    }
  }

  /** Delivers until every record was taken or given up. */
  async #deliver(
    batch: readonly StreamRecord[],
    pause: (ms: number) => Promise<void>,
    inOrder: boolean,
  ): Promise<void> {
    const { clock } = this.#ports;
    const since = clock.now();
    let records = batch;
    for (let attempt = 0; !this.#stopped; ) {
      const answer = await this.#invoke(records);
      const failedFrom = this.#firstFailure(records, answer);
      const taken = records[(failedFrom ?? records.length) - 1];
      if (taken !== undefined && inOrder) this.#checkpoint(taken);
      if (failedFrom === undefined) return;
      const whole = failedFrom === 0;
      records = records.slice(failedFrom);
      // A reported failure splits the batch in front of it, and nowhere else.
      if (this.#mapping.bisect && 'functionError' in answer && records.length > 1) {
        const middle = Math.ceil(records.length / 2);
        await this.#deliver(records.slice(0, middle), pause, inOrder);
        await this.#deliver(records.slice(middle), pause, inOrder);
        return;
      }
      attempt = whole ? attempt + 1 : 1;
      const { maximumRetryAttempts, maximumRecordAgeSeconds } = this.#mapping;
      const exhausted = maximumRetryAttempts >= 0 && attempt > maximumRetryAttempts;
      if (exhausted || clock.now() - since >= maximumRecordAgeSeconds * 1000) {
        keepFailedRecords(this.#mapping, this.#fn, records, attempt, { ...this.#ports, nowMs: clock.now() });
        return;
      }
      await pause(Math.min(FIRST_BACKOFF_MS * 2 ** (attempt - 1), LONGEST_BACKOFF_MS));
    }
    // Stopped before the records were taken: they must not fall behind the checkpoint.
    throw new Error(`Stream mapping ${this.#mapping.logicalId} was stopped`);
  }

  #invoke(records: readonly StreamRecord[]): Promise<Answer> {
    const crashed = { errorType: 'Runtime.ExitError', errorMessage: 'Injected fault: this record ends the function' };
    return this.#batches.crash(records)
      ? Promise.resolve({ functionError: crashed })
      : this.#ports.lambda.invoke(this.#fn.arn, { Records: records });
  }

  /** Index of the first record to be delivered again; undefined when all were taken. */
  #firstFailure(records: readonly StreamRecord[], answer: Answer): number | undefined {
    if ('functionError' in answer) return 0;
    if (!this.#mapping.reportBatchItemFailures) return undefined;
    const failures =
      (answer.payload as { batchItemFailures?: { itemIdentifier?: string }[] } | null)?.batchItemFailures ?? [];
    if (failures.length === 0) return undefined;
    const places = failures.map(({ itemIdentifier }) =>
      records.findIndex(({ dynamodb }) => dynamodb.SequenceNumber === itemIdentifier),
    );
    // An identifier that is none of the batch's fails the batch, as on AWS.
    return Math.max(0, Math.min(...places));
  }

  #tell(count: number, last: StreamRecord | undefined): void {
    this.#untold += count;
    if (last === undefined || this.#untold < TOLD_EVERY) return;
    this.#untold = 0;
    this.#ports.consumed?.(this.table, last.dynamodb.SequenceNumber);
  }

  #checkpoint(record: StreamRecord): void {
    if (!this.#ports.resumes) return;
    this.#ports.store.run(
      'INSERT INTO checkpoint (mapping, sequence) VALUES (?, ?) ON CONFLICT (mapping) DO UPDATE SET sequence = excluded.sequence',
      this.#mapping.logicalId,
      record.dynamodb.SequenceNumber,
    );
  }

  #authorize(): void {
    const principal = { kind: 'role', roleArn: this.#fn.roleArn, session: this.#fn.logicalId } as const;
    for (const action of ['DescribeStream', 'GetRecords', 'GetShardIterator']) {
      this.#ports.iam.authorize(principal, `dynamodb:${action}`, this.#mapping.streamArn);
    }
    const { keyArn } = this.#tableModel;
    if (keyArn !== undefined) {
      const via = `dynamodb.${this.#ports.model.region}.amazonaws.com`;
      this.#ports.iam.authorize(principal, 'kms:Decrypt', keyArn, { 'kms:ViaService': [via] });
    }
  }
}
