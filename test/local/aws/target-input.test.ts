import { expect, test } from 'vitest';
import { transformInput } from '../../../local/aws/target-input.ts';

const event = { detail: { name: 'a "b"', count: 2, nested: { x: 1 } } };
const target = { arn: 'arn:aws:lambda:x', maximumRetryAttempts: 0 };
const transformed = (template: string): unknown =>
  transformInput(
    {
      ...target,
      inputTransformer: { paths: { n: '$.detail.name', c: '$.detail.count', o: '$.detail.nested' }, template },
    },
    event,
  );

test('the event itself, a constant, or a part of it', () => {
  expect(transformInput(target, event)).toBe(event);
  expect(transformInput({ ...target, input: '{"a":1}' }, event)).toEqual({ a: 1 });
  expect(transformInput({ ...target, inputPath: '$.detail.nested' }, event)).toEqual({ x: 1 });
});

test('placeholders are whole values outside quotes and text inside', () => {
  expect(transformed('{"name":<n>,"count":<c>,"all":<o>}')).toEqual({ name: 'a "b"', count: 2, all: { x: 1 } });
  expect(transformed('{"text":"<n> times <c>"}')).toEqual({ text: 'a "b" times 2' });
});
