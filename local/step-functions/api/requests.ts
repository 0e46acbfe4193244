import * as z from 'zod';
import { ServiceError } from '../errors.ts';

const arn = z.string().min(1).max(256);
const page = { maxResults: z.int().min(0).max(1000).optional(), nextToken: z.string().min(1).max(1024).optional() };
const taskToken = z.string().min(1).max(2048);
const error = z.string().max(256).optional();
const cause = z.string().max(32_768).optional();
const statuses = ['RUNNING', 'SUCCEEDED', 'FAILED', 'TIMED_OUT', 'ABORTED'] as const;

/** Requests of the operations that are spoken here; a member that is not listed is refused by name. */
export const requests = {
  StartExecution: z.strictObject({
    stateMachineArn: arn,
    name: z.string().optional(),
    input: z.string().optional(),
    traceHeader: z.string().optional(),
  }),
  SendTaskSuccess: z.strictObject({ taskToken, output: z.string().max(262_144) }),
  SendTaskFailure: z.strictObject({ taskToken, error, cause }),
  StopExecution: z.strictObject({ executionArn: arn, error, cause }),
  DescribeExecution: z.strictObject({ executionArn: arn }),
  ListExecutions: z.strictObject({ stateMachineArn: arn, statusFilter: z.enum(statuses).optional(), ...page }),
  GetExecutionHistory: z.strictObject({
    executionArn: arn,
    reverseOrder: z.boolean().optional(),
    includeExecutionData: z.boolean().optional(),
    ...page,
  }),
  DescribeStateMachine: z.strictObject({ stateMachineArn: arn }),
  ListStateMachines: z.strictObject({ ...page }),
};

export type Operation = keyof typeof requests;
export type Request<O extends Operation> = z.infer<(typeof requests)[O]>;

/** @throws {ServiceError} ValidationException with the member and what was expected; values are not repeated */
export function parseRequest<O extends Operation>(operation: O, body: unknown): Request<O> {
  const parsed = requests[operation].safeParse(body);
  if (parsed.success) return parsed.data as Request<O>;
  const problems = parsed.error.issues.map((issue) => {
    const where = issue.path.map(String).join('.');
    return where === '' ? issue.message : `Value at '${where}' failed to satisfy constraint: ${issue.message}`;
  });
  throw new ServiceError('ValidationException', `${problems.length} validation error detected: ${problems.join('; ')}`);
}

/** One page of a list. @throws {ServiceError} InvalidToken when nextToken was not made here */
export function paged<T>(
  items: readonly T[],
  request: { maxResults?: number | undefined; nextToken?: string | undefined },
) {
  const from = Number(request.nextToken ?? 0);
  if (!Number.isInteger(from) || from < 0) throw new ServiceError('InvalidToken', "Invalid Token: 'Invalid token'");
  const to = from + (request.maxResults || 100);
  return { page: items.slice(from, to), ...(to < items.length ? { nextToken: String(to) } : {}) };
}
