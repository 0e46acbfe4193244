/** An answer that is an error, in the words of the AWS service; the door writes it in the protocol of the request. */
export class ServiceError extends Error {
  readonly code: string;
  readonly status: number;

  constructor(code: string, message: string, status = 400) {
    super(message);
    this.name = code;
    this.code = code;
    this.status = status;
  }
}

/** Reads any error that carries code, message and status; anything else is an internal failure of the service. */
export function asServiceError(thrown: unknown): ServiceError {
  if (thrown instanceof ServiceError) return thrown;
  if (thrown instanceof Error && 'code' in thrown && 'status' in thrown && typeof thrown.status === 'number') {
    return new ServiceError(String(thrown.code), thrown.message, thrown.status);
  }
  return new ServiceError('InternalFailure', thrown instanceof Error ? thrown.message : String(thrown), 500);
}

export const validationError = (message: string): ServiceError => new ServiceError('ValidationException', message);
