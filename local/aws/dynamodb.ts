import { Agent, request as httpRequest } from 'node:http';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { touches } from './dynamodb-access.ts';
import { capacityIn, counting } from './dynamodb-capacity.ts';
import { consumes, DynamoGuard, type DynamoPorts } from './dynamodb-guard.ts';
import type { DynamoEndpoint } from './dynoxide.ts';
import { type AwsRequest, type AwsResponse, parseBody, type Service } from './exchange.ts';
import { ServiceError } from './service-error.ts';

/** What the database wants to see of a signature. Who may do what was decided at the door. */
const SIGNED = {
  'content-type': 'application/x-amz-json-1.0',
  'x-amz-date': '20260101T000000Z',
  authorization:
    'AWS4-HMAC-SHA256 Credential=embedded/20260101/local/dynamodb/aws4_request, SignedHeaders=host, Signature=0',
};

export interface DynamoService {
  readonly handle: Service;
  /** A client that needs no SDK around it: only tables in this process have one. */
  clientFor?(accessKeyId: string): DynamoDBClient;
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
  ports: DynamoPorts,
  onWrite: (table: string) => void,
): DynamoService {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const guard = new DynamoGuard(ports);

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
    const measured = consumes(touched);
    const response = await forward(
      String(request.headers['x-amz-target']),
      measured ? counting(request.body) : request.body,
    );
    const writes = touched.filter(({ kind }) => kind === 'write').length;
    if (measured) guard.count(request.principal, touched, capacityIn(response, writes));
    if (response.status !== 200) return response;
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
