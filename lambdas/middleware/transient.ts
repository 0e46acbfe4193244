import { TransientFault } from '../domain/faults.ts';

/** Error names of AWS services after which the same call may succeed. */
const TRANSIENT = new Set([
  'ThrottlingException',
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'TooManyRequestsException',
  'TransactionInProgressException',
  'TransactionConflictException',
  'InternalServerError',
  'InternalServerException',
  'ServiceUnavailable',
  'ServiceUnavailableException',
  'KmsThrottlingException',
  'TimeoutError',
  'ECONNRESET',
  'ECONNREFUSED',
]);

export const isTransient = (error: unknown): boolean =>
  error instanceof TransientFault ||
  (error instanceof Error && (TRANSIENT.has(error.name) || ('code' in error && TRANSIENT.has(String(error.code)))));
