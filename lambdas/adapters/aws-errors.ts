import { Fault, TransientFault } from '../domain/faults.ts';

/** Error names of AWS services, and of sockets, after which the same call may succeed. */
const TRANSIENT = new Set([
  'ThrottlingException',
  'Throttling',
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'LimitExceededException',
  'TooManyRequestsException',
  'TransactionInProgressException',
  'TransactionConflictException',
  'InternalServerError',
  'InternalServerException',
  'InternalServiceError',
  'InternalServiceErrorException',
  'InternalException',
  'ServiceUnavailable',
  'ServiceUnavailableException',
  'KmsThrottlingException',
  'TimeoutError',
  'ECONNRESET',
  'ECONNREFUSED',
  'EPIPE',
  'ETIMEDOUT',
]);

/** Name of whatever a client threw. */
export const errorName = (error: unknown): string => (error instanceof Error ? error.name : typeof error);

/** True for the named errors of a service: the ones an adapter turns into a value. */
export const isNamed = (error: unknown, ...names: readonly string[]): error is Error =>
  error instanceof Error && names.includes(error.name);

/** True for what a client threw when the same call may succeed later. */
export function mayPass(error: unknown): boolean {
  const status = (error as { $metadata?: { httpStatusCode?: number } } | undefined)?.$metadata?.httpStatusCode ?? 0;
  const code = String((error as { code?: unknown } | undefined)?.code ?? '');
  return TRANSIENT.has(errorName(error)) || TRANSIENT.has(code) || status >= 500 || status === 429;
}

/**
 * What a client threw, as a fault of ours: transient when the same call may succeed later, otherwise broken. The
 * service's words stay in `cause`, because they can hold values.
 */
export function asFault(what: string, error: unknown): Fault {
  if (error instanceof Fault) return error;
  return mayPass(error)
    ? new TransientFault(`${what}: ${errorName(error)}; the same call may succeed later`, { cause: error })
    : new Fault(`${what}: ${errorName(error)}. Check the permissions and the configuration of this function.`, {
        cause: error,
      });
}

/** Runs a call to AWS; everything it throws becomes a fault that says what was being done. */
export async function calling<T>(what: string, call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    throw asFault(what, error);
  }
}
