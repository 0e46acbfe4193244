import { expect, test } from 'vitest';
import { remembered } from '../../lambdas/domain/remembered.ts';

test('each of one to four texts is a part of the question, in its place', () => {
  const asked: string[] = [];
  const joined = (...texts: [string, string?, number?, string?]): string => {
    asked.push(texts.join('/'));
    return texts.join('/');
  };
  const one = remembered((text: string) => joined(text));
  const two = remembered((text: string, other: string) => joined(text, other));
  const four = remembered((text: string, other: string, count: number, last: string) =>
    joined(text, other, count, last),
  );
  for (let time = 0; time < 2; time += 1) {
    expect([one('a'), one('')]).toEqual(['a', '']);
    expect([two('a', 'b'), two('b', 'a'), two('a', ''), two('', 'a')]).toEqual(['a/b', 'b/a', 'a/', '/a']);
    expect([four('a', 'b', 0, 'c'), four('a', 'b', 1, 'c'), four('b', 'a', 0, 'c'), four('a', 'c', 0, 'b')]).toEqual([
      'a/b/0/c',
      'a/b/1/c',
      'b/a/0/c',
      'a/c/0/b',
    ]);
  }
  expect(asked.length).toBe(10);
});

test('past as many as are kept all is forgotten, and reckoned again as before', () => {
  const doubled = remembered((count: number, unit: string) => `${2 * count} ${unit}`);
  for (let count = 0; count < 9_000; count += 1) expect(doubled(count, 'ml')).toBe(`${2 * count} ml`);
  expect(doubled(1, 'ml')).toBe('2 ml');
});
