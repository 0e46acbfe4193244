import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type * as z from 'zod';
import { verifyChain } from '../../lambdas/domain/audit/chain.ts';
import { eventData } from '../../lambdas/domain/events/data.ts';
import { type JourneyEvent, parseEvent } from '../../lambdas/domain/events/journey-event.ts';
import { fold } from '../../lambdas/domain/journey/apply.ts';
import { envelopeSchema } from '../../lambdas/domain/journey/envelope.ts';
import {
  effectDueNotice,
  executionEndedNotice,
  journeyDueNotice,
  mailReturned,
  mirrorPut,
  standingQuestion,
  stepLapse,
  stepRequest,
  sweepOrder,
} from '../../lambdas/domain/payloads.ts';
import { releases } from '../support/released.ts';
import { journeysWithEveryEvent } from './every-event.ts';

const SCHEMAS: Readonly<Record<string, z.ZodType>> = {
  'standing-question': standingQuestion(),
  'step-request': stepRequest(),
  'step-lapse': stepLapse(),
  'journey-due-notice': journeyDueNotice(),
  'effect-due-notice': effectDueNotice(),
  'execution-ended-notice': executionEndedNotice(),
  'mail-returned': mailReturned(),
  'sweep-order': sweepOrder(),
  'mirror-put': mirrorPut(),
  'envelope-decided': envelopeSchema(),
  'envelope-superseded': envelopeSchema(),
};

const typesOf = (events: readonly JourneyEvent[]): readonly string[] => events.map(({ type }) => type);
const EVERY_TYPE = Object.keys(eventData);

describe.each(releases().map((release) => [release.version, release] as const))(
  'What %s released goes on being understood: journeys outlive deployments',
  (_, { log, events, payloads }) => {
    it.each(Object.entries(payloads))('reads the payload %s', (name, payload) => {
      expect(SCHEMAS[name]?.safeParse(payload)).toMatchObject({ success: true });
    });

    it('reads, folds and verifies the log of its journey', () => {
      const read = log.map(parseEvent);
      expect(read).toEqual(log);
      expect(verifyChain(read)).toMatchObject({ verified: true, events: log.length });
      expect(fold(read)).toMatchObject({ closed: { outcome: 'died' }, anomalies: [] });
    });

    it('reads its other events as they were written', () => {
      expect(events.map(parseEvent)).toEqual(events);
    });
  },
);

describe('What is released next', () => {
  const payloads = readdirSync(new URL('payloads/', import.meta.url)).map((file) => file.replace('.json', ''));

  it('has an example of every payload', () => {
    expect(payloads.sort()).toEqual(Object.keys(SCHEMAS).sort());
  });

  it.each(payloads)('sends %s as the example is', (name) => {
    const example: unknown = JSON.parse(readFileSync(new URL(`payloads/${name}.json`, import.meta.url), 'utf8'));
    expect(SCHEMAS[name]?.safeParse(example)).toMatchObject({ success: true });
  });

  it('is recorded with an event of every type', () => {
    const found = new Set(journeysWithEveryEvent().flatMap(typesOf));
    expect(EVERY_TYPE.filter((type) => !found.has(type))).toEqual([]);
  });
});

it('names what it does not understand', () => {
  const [first] = (releases()[0]?.log ?? []) as readonly Record<string, unknown>[];
  expect(() => parseEvent({ ...first, type: 'journey.teleported' })).toThrow(/got event type journey\.teleported/);
});
