import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type * as z from 'zod';
import { verifyChain } from '../../lambdas/domain/audit/chain.ts';
import { parseEvent } from '../../lambdas/domain/events/journey-event.ts';
import { fold } from '../../lambdas/domain/journey/apply.ts';
import { envelopeSchema } from '../../lambdas/domain/journey/envelope.ts';
import {
  executionEndedNotice,
  journeyDueNotice,
  mailReturned,
  standingQuestion,
  stepLapse,
  stepRequest,
  sweepOrder,
} from '../../lambdas/domain/payloads.ts';

const read = (path: string): unknown => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));

const SCHEMAS: Readonly<Record<string, z.ZodType>> = {
  'standing-question': standingQuestion,
  'step-request': stepRequest,
  'step-lapse': stepLapse,
  'journey-due-notice': journeyDueNotice,
  'execution-ended-notice': executionEndedNotice,
  'mail-returned': mailReturned,
  'sweep-order': sweepOrder,
  'envelope-decided': envelopeSchema,
  'envelope-superseded': envelopeSchema,
};

describe('What was released goes on being understood: journeys outlive deployments', () => {
  const payloads = readdirSync(new URL('payloads/', import.meta.url)).map((file) => file.replace('.json', ''));

  it('has an example of every payload', () => {
    expect(payloads.sort()).toEqual(Object.keys(SCHEMAS).sort());
  });

  it.each(payloads)('reads %s', (name) => {
    expect(SCHEMAS[name]?.safeParse(read(`payloads/${name}.json`)).success).toBe(true);
  });

  it('reads, folds and verifies a log of the first release', () => {
    const events = (read('events/journey-1.json') as unknown[]).map(parseEvent);
    expect(verifyChain(events).verified).toBe(true);
    expect(fold(events)).toMatchObject({ closed: { outcome: 'died' }, anomalies: [] });
  });

  it('names what it does not understand', () => {
    const [first] = read('events/journey-1.json') as Record<string, unknown>[];
    expect(() => parseEvent({ ...first, type: 'journey.teleported' })).toThrow(/got event type journey\.teleported/);
  });
});
