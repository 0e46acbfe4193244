import type { Receipt } from '../adapters/dynamo-message-store.ts';
import { json, type Response } from '../middleware/http.ts';

/** One issue of an OperationOutcome. */
export interface Issue {
  /** FHIR issue type. */
  readonly code: 'structure' | 'security' | 'duplicate' | 'too-long' | 'not-supported' | 'exception' | 'transient';
  readonly diagnostics: string;
  /** FHIR path. */
  readonly expression?: string | undefined;
}

/** An error as FHIR says it. */
export const operationOutcome = (status: number, issues: readonly Issue[]): Response => ({
  status,
  headers: { 'content-type': 'application/fhir+json; charset=utf-8' },
  body: JSON.stringify({
    resourceType: 'OperationOutcome',
    issue: issues.map(({ code, diagnostics, expression }) => ({
      severity: 'error',
      code,
      diagnostics,
      ...(expression === undefined ? {} : { expression: [expression] }),
    })),
  }),
});

/** 202 at first, 200 for the same message again, with the same words. */
export const receiptAnswer = (status: 200 | 202, { journeyId, eventId, status: what }: Receipt): Response =>
  json(status, { journeyId, eventId, status: what });

/** Issue types of what the middleware itself answers. */
const TYPES: Readonly<Record<number, Issue['code']>> = { 413: 'too-long', 503: 'transient' };

interface Result {
  readonly statusCode: number;
  readonly headers?: Readonly<Record<string, boolean | number | string>> | undefined;
  readonly body: string;
}

/** Errors of the middleware as OperationOutcome too: a FHIR client expects nothing else. */
export function withOperationOutcome<R extends Result>(result: R): R {
  const type = String(result.headers?.['content-type'] ?? '');
  if (result.statusCode < 400 || type.startsWith('application/fhir+json')) return result;
  const { message } = JSON.parse(result.body) as { message: string };
  const { headers, body } = operationOutcome(result.statusCode, [
    { code: TYPES[result.statusCode] ?? 'exception', diagnostics: message },
  ]);
  return { ...result, headers: { ...result.headers, ...headers }, body };
}
