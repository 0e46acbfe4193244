import { Agent, request as httpRequest } from 'node:http';
import type { Clock } from '../clock/clock.ts';
import type { TableModel } from '../template/model.ts';
import { tablesOf, touches } from './dynamodb-access.ts';
import { capacityIn, counting } from './dynamodb-capacity.ts';
import type { DynamoEndpoint } from './dynoxide.ts';
import { type AwsRequest, type AwsResponse, parseBody, type Service } from './exchange.ts';
import { type Iam, userOf } from './iam.ts';
import { ServiceError } from './service-error.ts';
import type { Meter } from './usage.ts';

/** What the database wants to see of a signature. Who may do what was decided at the door. */
const SIGNED = {
  'content-type': 'application/x-amz-json-1.0',
  'x-amz-date': '20260101T000000Z',
  authorization:
    'AWS4-HMAC-SHA256 Credential=embedded/20260101/local/dynamodb/aws4_request, SignedHeaders=host, Signature=0',
};

export interface DynamoPorts {
  readonly tables: readonly TableModel[];
  readonly iam: Iam;
  readonly meter: Meter;
  readonly clock: Clock;
}

/** So long the database keeps the key of a table for whoever uses it. */
const KEY_KEPT_MS = 5 * 60 * 1000;

export interface DynamoService {
  readonly handle: Service;
  /** Calls the database as ourselves, e.g. `call('DynamoDBStreams_20120810.GetRecords', {…})`. */
  call(target: string, input: unknown): Promise<Record<string, unknown>>;
  close(): void;
}

/**
 * DynamoDB at the door: authorises each item and index a request touches, forwards it over kept connections, counts
 * request units, and tells `onWrite` the tables that were written before the caller gets its answer.
 */
export function dynamoService(
  endpoint: DynamoEndpoint,
  { tables, iam, meter, clock }: DynamoPorts,
  onWrite: (table: string) => void,
): DynamoService {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const byName = new Map(tables.map((table) => [table.name, table]));
  const byArn = new Map(tables.map((table) => [table.arn, table]));

  const forward = (target: string, body: Buffer): Promise<AwsResponse> =>
    new Promise((resolve, reject) => {
      const outgoing = httpRequest(
        {
          host: endpoint.host,
          port: endpoint.port,
          method: 'POST',
          path: '/',
          agent,
          headers: { ...SIGNED, 'x-amz-target': target, 'content-length': body.length },
        },
        (incoming) => {
          const parts: Buffer[] = [];
          incoming.on('data', (part: Buffer) => parts.push(part));
          incoming.on('error', reject);
          incoming.on('end', () => {
            const kept: Record<string, string> = {};
            for (const name of ['content-type', 'x-amz-crc32', 'x-amzn-requestid']) {
              const value = incoming.headers[name];
              if (typeof value === 'string') kept[name] = value;
            }
            resolve({ status: incoming.statusCode ?? 500, headers: kept, body: Buffer.concat(parts) });
          });
        },
      );
      outgoing.on('error', reject);
      outgoing.end(body);
    });

  const keysKept = new Map<string, number>();
  const askForKey = (user: string, keyArn: string): void => {
    const kept = keysKept.get(`${user} ${keyArn}`);
    if (kept !== undefined && clock.now() - kept < KEY_KEPT_MS) return;
    keysKept.set(`${user} ${keyArn}`, clock.now());
    meter.count(user, 'keyRequests');
  };

  const handle = async (request: AwsRequest): Promise<AwsResponse> => {
    const input = parseBody(request);
    const touched = touches(request.operation, input);
    for (const { action, table: nameOrArn, index, leadingKeys } of touched) {
      const table = byName.get(nameOrArn) ?? byArn.get(nameOrArn);
      if (table === undefined) {
        if (request.principal.kind === 'operator') continue;
        throw new ServiceError('ResourceNotFoundException', 'Requested resource not found');
      }
      const resource = index === undefined ? table.arn : `${table.arn}/index/${index}`;
      const partitionKey = leadingKeys(partitionKeyOf(table));
      iam.authorize(request.principal, action, resource, { 'dynamodb:LeadingKeys': partitionKey });
      if (table.keyArn !== undefined) {
        const via = `dynamodb.${table.arn.split(':')[3]}.amazonaws.com`;
        iam.authorize(request.principal, 'kms:Decrypt', table.keyArn, { 'kms:ViaService': [via] });
        askForKey(userOf(request.principal), table.keyArn);
      }
    }
    const measured = touched.some(({ kind }) => kind !== 'admin');
    const response = await forward(
      String(request.headers['x-amz-target']),
      measured ? counting(request.body) : request.body,
    );
    const written = touched.filter(({ kind }) => kind === 'write');
    const what = written.length > 0 ? 'dynamoWrites' : 'dynamoReads';
    if (measured) meter.count(userOf(request.principal), what, capacityIn(response, written.length));
    if (response.status !== 200) return response;
    for (const table of tablesOf(written)) onWrite(byArn.get(table)?.name ?? table);
    return response;
  };

  return {
    handle,
    call: async (target, input) => {
      const response = await forward(target, Buffer.from(JSON.stringify(input)));
      const answer = JSON.parse(response.body.toString()) as Record<string, unknown>;
      if (response.status === 200) return answer;
      const code = String(answer.__type).replace(/^.*#/, '');
      throw new ServiceError(code, `${target}: ${String(answer.message ?? answer.Message)}`, response.status);
    },
    close: () => agent.destroy(),
  };
}

function partitionKeyOf(table: TableModel): string {
  const schema = table.create.KeySchema as readonly { AttributeName: string; KeyType: string }[];
  return schema.find(({ KeyType }) => KeyType === 'HASH')?.AttributeName ?? '';
}
