import { Agent, request as httpRequest } from 'node:http';
import type { TableModel } from '../template/model.ts';
import { touches } from './dynamodb-access.ts';
import { DynamoGuard } from './dynamodb-guard.ts';
import type { DynamoEndpoint } from './dynoxide.ts';
import { type AwsRequest, type AwsResponse, parseBody, type Service } from './exchange.ts';
import type { Iam } from './iam.ts';
import { ServiceError } from './service-error.ts';
import type { Usage } from './usage.ts';

/** What the database wants to see of a signature. Who may do what was decided at the door. */
const SIGNED = {
  'content-type': 'application/x-amz-json-1.0',
  'x-amz-date': '20260101T000000Z',
  authorization:
    'AWS4-HMAC-SHA256 Credential=embedded/20260101/local/dynamodb/aws4_request, SignedHeaders=host, Signature=0',
};

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
  tables: readonly TableModel[],
  iam: Iam,
  usage: Usage,
  onWrite: (table: string) => void,
): DynamoService {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const guard = new DynamoGuard(tables, iam, usage);

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

  const handle = async (request: AwsRequest): Promise<AwsResponse> => {
    const input = parseBody(request);
    const touched = touches(request.operation, input);
    guard.admit(request.principal, touched);
    const response = await forward(String(request.headers['x-amz-target']), request.body);
    if (response.status !== 200) return response;
    guard.count(request.operation, touched, input.ConsistentRead === true, response.body.length);
    for (const table of guard.written(touched)) onWrite(table);
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
