import { expect, test } from 'vitest';
import { compilePattern } from '../../../local/aws/event-pattern.ts';

const event = { source: 'aws.states', detail: { status: 'FAILED', tags: ['a', 'b'], nothing: null } };

test.each([
  [{ source: ['aws.states', 'other'] }, true],
  [{ source: ['other'] }, false],
  [{ detail: { status: ['FAILED'] }, source: ['aws.states'] }, true],
  [{ source: [{ prefix: 'aws.' }] }, true],
  [{ source: [{ suffix: '.ec2' }] }, false],
  [{ detail: { status: [{ 'anything-but': ['SUCCEEDED'] }] } }, true],
  [{ detail: { status: [{ 'anything-but': 'FAILED' }] } }, false],
  [{ detail: { absent: [{ exists: false }] } }, true],
  [{ detail: { absent: ['x'] } }, false],
  [{ detail: { tags: ['b'] } }, true],
  [{ detail: { nothing: [null] } }, true],
  [{ detail: { status: { deeper: ['x'] } } }, false],
  [{ detail: { status: [{ 'equals-ignore-case': 'failed' }] } }, true],
])('%j: %s', (pattern, matches) => {
  expect(compilePattern(pattern, 'Rule')(event)).toBe(matches);
});

test.each([
  [{ n: [{ numeric: ['>', 1] }] }, /Rule\.n: content filter numeric is not known/],
  [{ $or: [] }, /\$or is not known/],
  ['text', /an event pattern is an object/],
])('%j is refused by name', (pattern, message) => {
  expect(() => compilePattern(pattern, 'Rule')).toThrow(message);
});
