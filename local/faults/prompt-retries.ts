interface RetryToken {
  getRetryCount(): number;
  getRetryDelay(): number;
}

/** Tries of one request, as many as the SDK makes unless told otherwise. */
const TRIES = 3;

const token = (count: number): RetryToken => ({ getRetryCount: () => count, getRetryDelay: () => 0 });

/** Retries of the SDK without its pauses, which are real time that a virtual clock would wait for: for clients that meet faults. */
export const PROMPT_RETRIES = {
  mode: 'standard',
  acquireInitialRetryToken: async () => token(0),
  async refreshRetryTokenForRetry(before: RetryToken, { errorType }: { errorType: string }): Promise<RetryToken> {
    if (errorType === 'CLIENT_ERROR' || before.getRetryCount() + 1 >= TRIES) throw new Error('No retry is left');
    return token(before.getRetryCount() + 1);
  },
  recordSuccess: () => undefined,
} as const;
