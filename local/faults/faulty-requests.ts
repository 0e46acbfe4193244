import type { AwsRequest, Service } from '../aws/exchange.ts';
import { ServiceError } from '../aws/service-error.ts';
import type { FaultPlan } from './fault-plan.ts';
import type { Faults } from './faults.ts';

/** How each service says that there were too many requests. */
const TOO_MANY: Readonly<Record<string, readonly [code: string, status: number]>> = {
  dynamodb: ['ProvisionedThroughputExceededException', 400],
  ses: ['TooManyRequestsException', 429],
  scheduler: ['ThrottlingException', 429],
  s3: ['SlowDown', 503],
};

const failed = (name: string): ServiceError =>
  new ServiceError('InternalServerError', `Injected fault: ${name} failed`, 500);

/** Whether requests of functions may go wrong at all. */
export const requestsFail = ({ requests }: FaultPlan): boolean => Object.values(requests).some((share) => share > 0);

/** A service whose answers to functions go wrong as planned; operators and the stack itself are spared. */
export function faultyRequests(name: string, service: Service, faults: Faults): Service {
  if (!requestsFail(faults.plan)) return service;
  return async (request) => {
    const fault = request.principal.kind === 'role' ? faults.ofRequest(callerOf(request), name) : undefined;
    if (fault === 'throttled') {
      const [code, status] = TOO_MANY[name] ?? ['ThrottlingException', 400];
      throw new ServiceError(code, `Injected fault: ${name} was called too often`, status);
    }
    if (fault === 'failed') throw failed(name);
    const answer = await service(request);
    if (fault === 'failedAfterEffect') throw failed(name);
    return answer;
  };
}

const callerOf = ({ principal, operation, method }: AwsRequest): string =>
  `${principal.kind === 'role' ? principal.session : principal.kind}/${operation || method}`;

/** Names of what Lambda answers a state machine that invokes a function. */
const INVOKING = { throttled: 'TooManyRequestsException', failed: 'ServiceException' } as const;

/** An invocation by a state machine that goes wrong as planned: before the function ran, or after. */
export async function faultyInvocation<T>(functionArn: string, invoke: () => Promise<T>, faults: Faults): Promise<T> {
  const fault = faults.ofRequest('states', functionArn);
  if (fault === 'throttled' || fault === 'failed') throw named(INVOKING[fault]);
  const answer = await invoke();
  if (fault === 'failedAfterEffect') throw named('SdkClientException');
  return answer;
}

const named = (name: string): Error => Object.assign(new Error(`Injected fault: ${name}`), { name });
