import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { outboxPage } from '../../../local/http/outbox-page.ts';
import { type EmbeddedStack, startStack } from '../../../local/stack.ts';
import { fixtureTemplates as templates } from '../fixture/templates.ts';

let stack: EmbeddedStack;
beforeAll(async () => {
  stack = await startStack({ clock: { virtualFrom: '2026-03-01T00:00:00Z' }, templates });
});
afterAll(() => stack.stop());

const advance = (wish: unknown, type = 'application/json'): Promise<Response> =>
  fetch(`${stack.url}/local/clock`, {
    method: 'POST',
    headers: { 'content-type': type },
    body: JSON.stringify({ advance: wish }),
  });

describe('the clock over HTTP', () => {
  test('tells the time, moves by a duration, and to the next timer', async () => {
    expect(await (await fetch(`${stack.url}/local/clock`)).json()).toMatchObject({
      kind: 'virtual',
      now: '2026-03-01T00:00:00.000Z',
    });
    expect(await (await advance('PT1H')).json()).toMatchObject({ now: '2026-03-01T01:00:00.000Z' });
    const next = (await (await advance('next')).json()) as { moved: boolean; now: string };
    expect(next.moved).toBe(true);
    expect(next.now).toMatch(/^2026-03-01T03:00/);
  });

  test.each(['yesterday', '-PT1H', 5, undefined])('refuses %s', async (wish) => {
    expect((await advance(wish)).status).toBe(400);
  });

  test('is not moved by a form of another page, nor when it is real', async () => {
    expect((await advance('PT1H', 'text/plain')).status).toBe(415);
    const real = await startStack({ clock: 'real', templates });
    const answer = await fetch(`${real.url}/local/clock`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"advance":"next"}',
    });
    expect(answer.status).toBe(409);
    await real.stop();
  });
});

describe('the outbox', () => {
  test('is empty at first, as page and as JSON', async () => {
    expect(await (await fetch(`${stack.url}/local/outbox.json`)).json()).toEqual([]);
    expect(await (await fetch(`${stack.url}/local/outbox`)).text()).toContain('Outbox: 0 mails');
  });

  test('shows links of the text to click and nothing of a mail or its files as markup of the page', () => {
    const page = outboxPage([
      {
        messageId: 'm',
        at: '2026-03-01T00:00:00.000Z',
        from: 'a@b.example',
        to: ['c@d.example'],
        cc: [],
        bcc: [],
        replyTo: [],
        subject: '<b>Subject</b>',
        text: 'See http://localhost:8787/sign-offs/x?a=1&b=2 now',
        html: '<script>alert(1)</script>',
        headers: [],
        attachments: [{ fileName: '<i>visit</i>.ics', contentType: 'text/calendar', text: '<b>BEGIN</b>' }],
        tags: {},
      },
    ]);
    expect(page).toContain('<a href="http://localhost:8787/sign-offs/x?a=1&amp;b=2">');
    expect(page).not.toContain('<b>Subject');
    expect(page).not.toContain('<script>');
    expect(page).toContain('<summary>&lt;i&gt;visit&lt;/i&gt;.ics</summary><pre>&lt;b&gt;BEGIN&lt;/b&gt;</pre>');
    // A sign-off page opened from the frame is a page like any other, with its script and its form.
    expect(page).toContain('sandbox="allow-popups allow-popups-to-escape-sandbox"');
  });
});
