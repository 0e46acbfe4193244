import { expect, test } from 'vitest';
import { renderBoardPage } from '../../lambdas/pages/board-page.ts';
import { renderSignOffPage } from '../../lambdas/pages/sign-off-page.ts';
import { LANGUAGES } from '../../lambdas/pages/views.ts';
import { renderWorklistPage } from '../../lambdas/pages/worklist-page.ts';
import { browserScripts } from '../../lib/constructs/browser-scripts.ts';
import { everyStep, linesOf, viewOf } from './support/views.ts';
import { boardOf, OWN, worklistOf } from './support/worklist-views.ts';

/**
 * What a phone on the network of a ward loads in a second: the page with its style, and the script it loads with it, before
 * compression. The ceremony of a passkey comes when somebody uses one.
 */
const MOST_BYTES = 60_000;
/** The most vials one dose of a product on the shelf has. */
const MOST_CONTAINERS = 8;

const NONCE = 'n'.repeat(64);

test.each(LANGUAGES)(
  'no page in %s weighs more than 60 kB with its script, with however many containers',
  (language) => {
    const containers = Array.from({ length: MOST_CONTAINERS }, (_, place) => `W1234 26 00000${place}`);
    const recorded = [{ at: '2026-12-01T07:10:00.000Z', by: 'nurse.one' }];
    const checklist = linesOf('Give the product', containers);
    const views = [
      ...everyStep.map((step) => viewOf(step, { nonce: NONCE })),
      viewOf('Give the product', { nonce: NONCE, checklist }),
      viewOf('Give the product', { nonce: NONCE, checklist, opened: 'container-W1234-26-000001' }),
      viewOf('Give the product', {
        nonce: NONCE,
        checklist: checklist.map((line) => ({ ...line, records: recorded })),
      }),
    ];
    const heavy = views.flatMap((view) => {
      const bytes =
        Buffer.byteLength(renderSignOffPage(view, language, undefined, OWN)) +
        Buffer.byteLength(browserScripts().passkey);
      return bytes > MOST_BYTES ? [`${view.step}: ${bytes}`] : [];
    });
    expect(heavy).toEqual([]);
  },
);

test('the lists of a site weigh no more, with dozens of lines', () => {
  for (const language of LANGUAGES) {
    expect(Buffer.byteLength(renderWorklistPage(worklistOf(30), language))).toBeLessThan(MOST_BYTES);
    expect(Buffer.byteLength(renderBoardPage(boardOf(30), language))).toBeLessThan(MOST_BYTES);
  }
});
