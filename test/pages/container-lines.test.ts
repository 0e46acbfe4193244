import { expect, test } from 'vitest';
import { renderSignOffPage } from '../../lambdas/pages/sign-off-page.ts';
import type { StepView } from '../../lambdas/pages/views.ts';
import { formsOf, pairsOf } from './support/controls.ts';
import { linesOf, viewOf } from './support/views.ts';

const AT = '2026-12-01T07:10:00.000Z';
const record = {
  at: AT,
  by: 'lab.a',
  values: { container: 'BAG-1', chainOfIdentity: { value: 'SECRET-OF-THE-LABEL' } },
};

/** Two containers; what is recorded is given by line. */
const page = (recorded: readonly string[], changes: Partial<StepView> = {}) =>
  renderSignOffPage(
    viewOf('Give the product', {
      checklist: linesOf('Give the product').map((line) =>
        recorded.includes(line.line) ? { ...line, records: [record] } : line,
      ),
      ...changes,
    }),
    'en',
  );
const sent = (html: string, line: string) =>
  new Map(pairsOf(formsOf(html).find((form) => form.includes(`name="line" value="${line}"`)) ?? ''));

test('each container has its next form, and the names of what follows', () => {
  const html = page(['identity-checked-before-thaw-1']);
  expect(html.match(/class="container" id="container-BAG-[12]"/g)).toHaveLength(2);
  expect(sent(html, 'identity-checked-before-thaw-second-1').size).toBeGreaterThan(0);
  expect(sent(html, 'identity-checked-before-thaw-2').size).toBeGreaterThan(0);
  expect(sent(html, 'thaw-started-1').size).toBe(0);
  expect(html).toContain('Then: Taken from storage · Thawing started · Thawing ended');
  expect(html).toContain('1 of 10');
});

test('of many containers the next has its form and the names of what follows; the others are a tap away', () => {
  const many = Array.from({ length: 5 }, (_, place) => `BAG-${place + 1}`);
  const html = renderSignOffPage(viewOf('Give the product', { checklist: linesOf('Give the product', many) }), 'en');
  expect(sent(html, 'identity-checked-before-thaw-1').size).toBeGreaterThan(0);
  expect(sent(html, 'identity-checked-before-thaw-2').size).toBe(0);
  expect(html.match(/Then: /g)).toHaveLength(1);
  expect(html.match(/open=container-BAG-[2-5]#/g)).toHaveLength(4);
});

test('a container of which all is recorded is folded away, and can be read', () => {
  const all = linesOf('Give the product').flatMap(({ line, container }) => (container === 'BAG-1' ? [line] : []));
  const html = page(all);
  expect(html).toMatch(/<details class="container" id="container-BAG-1"><summary>.*10 of 10.*Infusion ended/);
  expect(html).toContain('<div class="container" id="container-BAG-2">');
});

test('any other line opens from its address, and nothing is changed by that', () => {
  const html = page([], { opened: 'record-infusion-ended-2' });
  expect(html).toMatch(/<details[^>]*id="record-infusion-ended-2"[^>]* open/);
  expect(page([], { opened: 'container-BAG-2' }).match(/href="[^"]*open=record-[a-z-]+-2#/g)?.length).toBe(9);
});

test('an identity is compared by reading it: nothing is filled in, and nobody sees what the first person read', () => {
  const html = page(['identity-checked-before-thaw-1']);
  const fields = sent(html, 'identity-checked-before-thaw-second-1');
  expect(fields.get('evidence.container')).toBe('');
  expect(fields.get('evidence.chainOfIdentity.value')).toBe('');
  expect(fields.get('container')).toBe('BAG-1');
  expect(html).not.toContain('SECRET-OF-THE-LABEL');
});

test('an event is signed without typing: the line says which container it is', () => {
  const fields = sent(page([], { opened: 'record-thaw-started-1' }), 'thaw-started-1');
  expect(fields.get('evidence.container')).toBe('BAG-1');
  expect(
    [...fields.keys()].filter((name) => !['decision', 'contentHash', 'nonce', 'line', 'container'].includes(name)),
  ).toEqual(['evidence.item', 'evidence.device', 'evidence.container', 'occurredAt', 'signer', 'pin']);
});

test('a container that no line is about can be typed, and one nobody prescribed is marked', () => {
  expect(formsOf(page([])).some((form) => form.includes('value="thaw-started-other"'))).toBe(false);
  const open = page([], { opened: 'record-thaw-started-other' });
  expect(sent(open, 'thaw-started-other').get('evidence.container')).toBe('');
  const lines = linesOf('Give the product', ['BAG-9']).map((line) => ({
    ...line,
    stranger: line.container === 'BAG-9',
  }));
  expect(page([], { checklist: lines })).toContain('This container is not prescribed. Stop');
});

test('what happens often shows every time with its values, and goes on taking more', () => {
  const records = [
    { at: AT, by: 'n.b', values: { grade: 2, action: 'Paracetamol' } },
    { at: AT, by: 'n.c', values: { grade: 1, action: 'None' } },
  ];
  const checklist = linesOf('Give the product').map((line) => (line.item === 'reaction' ? { ...line, records } : line));
  const html = page([], { checklist });
  expect(html).toContain('08:10. Grade: 2; What was done: Paracetamol');
  expect(html).toContain('Recorded by n.c');
  expect(sent(html, 'reaction').get('evidence.item')).toBe('reaction');
  expect(html).toContain('0 of 21 recorded');
});

test('what would be a deviation says so before it is signed', () => {
  const against = [{ key: 'go-stands-thaw.closed' }];
  const checklist = linesOf('Give the product').map((line) =>
    line.item === 'thaw-started' ? { ...line, against } : line,
  );
  const html = page([], {
    checklist,
    opened: 'record-thaw-started-1',
    againstGates: { given: [{ key: 'not-held.closed' }] },
  });
  expect(html).toContain('critical deviation:</strong> No GO for thaw counts now');
  expect(html).toContain('critical deviation:</strong> The journey is on hold');
});
