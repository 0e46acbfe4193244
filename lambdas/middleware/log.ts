/**
 * One structured line per fact, ids only: never a payload, a name, a token or a link. Goes to the function's log group.
 */
export function log(
  level: 'info' | 'warn' | 'error',
  message: string,
  fields: Readonly<Record<string, unknown>> = {},
): void {
  console[level](JSON.stringify({ level, message, ...fields }));
}

/** Name and message of an error, and of what caused it; stack only for what is not ours. */
export const describe = (error: unknown): Readonly<Record<string, unknown>> =>
  error instanceof Error
    ? {
        error: error.name,
        reason: error.message,
        ...(error.cause instanceof Error ? { cause: `${error.cause.name}: ${error.cause.message}` } : {}),
      }
    : { error: 'unknown', reason: String(error) };

/** A right PIN that was not taken. The outside learns nothing of it; whoever enrols people must. */
export const pinNotTaken = (why: string, staff: string): void => log('warn', 'right PIN not taken', { why, staff });
