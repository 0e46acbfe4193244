import { expect, test } from 'vitest';
import type { StepName } from '../../lambdas/domain/vocabulary.ts';
import { renderBoardPage } from '../../lambdas/pages/board-page.ts';
import { renderSignOffPage } from '../../lambdas/pages/sign-off-page.ts';
import { LANGUAGES, type StepView } from '../../lambdas/pages/views.ts';
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
const URGENT = { rung: 'unseen', toldAt: '2026-12-01T07:10:00.000Z' };
const UNTIL = '2026-12-01T15:10:00.000Z';

/** With whatever a page can have beside its forms: a claim, a procedure, ways past a gate, and who may sign in whose place. */
function laden(step: StepName, changes: Partial<StepView> = {}): StepView {
  const view = viewOf(step, { nonce: NONCE, ...changes });
  return {
    ...view,
    reports: (view.reports ?? []).map((line) => (line.isWayPast === undefined ? line : { ...line, isWayPast: true })),
    procedure: { id: 'SOP-CT-017', version: '4.2', link: 'https://documents.hospital.example/SOP-CT-017/4.2' },
    claim: {
      held: { by: 'pharmacist.two', at: '2026-12-01T07:10:00.000Z', until: UNTIL },
      isOwn: false,
      may: 'take-over',
      action: `/sign-offs/${'t'.repeat(43)}/claim`,
      formToken: 'f'.repeat(43),
    },
    standsInFor: [{ by: 'pharmacist.three', until: UNTIL, isOnlyWay: false }],
    otherWay: '?lang=fr&paper=1',
    oidcAction: `/sign-offs/${'t'.repeat(43)}/oidc?lang=fr`,
  };
}

test.each(LANGUAGES)(
  'no page in %s weighs more than 60 kB with its script, with however many containers',
  (language) => {
    const containers = Array.from({ length: MOST_CONTAINERS }, (_, place) => `W1234 26 00000${place}`);
    const recorded = [{ at: '2026-12-01T07:10:00.000Z', by: 'nurse.one' }];
    const checklist = linesOf('Give the product', containers);
    const views = [
      ...everyStep.map((step) => laden(step)),
      ...everyStep.map((step) => ({ ...laden(step), urgent: URGENT, standsInFor: [] })),
      laden('Give the product', { checklist }),
      laden('Give the product', { checklist, opened: 'container-W1234-26-000001' }),
      laden('Give the product', {
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
