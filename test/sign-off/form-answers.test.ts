import { afterAll, beforeAll, expect, test } from 'vitest';
import { criteria } from '../../lambdas/domain/steps/confirm-eligibility.ts';
import { EXAMPLE_PIN } from '../../local/scenario/staff.ts';
import { formFor, formsOf, pairsOf } from '../pages/support/controls.ts';
import { answer, type Bench, everything, open, post, startBench } from './bench.ts';

let bench: Bench;
let eligibility: string;

const ELIGIBLE = {
  signer: 'physician',
  pin: EXAMPLE_PIN,
  'evidence.indication': 'DLBCL',
  'evidence.decisionReference': 'MDT <1>',
  'evidence.startingMaterial': 'leukapheresis',
  ...Object.fromEntries(
    Object.keys(criteria().shape).flatMap((name) => [
      [`evidence.criteria.${name}.met`, 'true'],
      [`evidence.criteria.${name}.measuredOn`, '2027-01-05'],
      [`evidence.criteria.${name}.validUntil`, '2027-12-31'],
    ]),
  ),
};

beforeAll(async () => {
  bench = await startBench();
  eligibility = await bench.linkTo('Confirm eligibility');
});
afterAll(() => bench?.stop());

/** Posts the form of a fresh German page, and expects that no event and no effect came of it. */
async function refused(link: string, decision: string, typed: Readonly<Record<string, string>>) {
  const { html } = await open(bench, link, 'de');
  const before = await journeyItems();
  const answered = await post(bench, link, html, decision, typed, 'de');
  expect(await journeyItems()).toEqual(before);
  expect(answered.html).toContain('<html lang="de">');
  expect(answered.html).not.toContain(EXAMPLE_PIN);
  return answered;
}

const journeyItems = async () => (await everything(bench)).filter((line) => line.includes(' JOURNEY#'));

test('a wrong PIN is told in words, and what was typed is kept but the PIN', async () => {
  const { status, html } = await refused(eligibility, 'eligible', { ...ELIGIBLE, pin: '135791' });
  expect(status).toBe(401);
  expect(html).toContain('Benutzerkennung und PIN passen nicht zusammen');
  expect(html).toContain('<a href="#eligible-pin">PIN: bitte neu eingeben</a>');
  const typed = new Map(pairsOf(formFor(html, 'eligible')));
  expect(typed.get('evidence.decisionReference')).toBe('MDT <1>');
  expect(typed.get('evidence.criteria.organFunction.validUntil')).toBe('2027-12-31');
  expect(typed.get('signer')).toBe('physician');
  expect(typed.get('pin')).toBe('');
  expect(html).not.toContain('135791');
});

test('a PIN that is too short is an error of its field', async () => {
  const { status, html } = await refused(eligibility, 'eligible', { ...ELIGIBLE, pin: '12' });
  expect(status).toBe(422);
  expect(html).toContain('<a href="#eligible-pin">PIN: ist zu kurz</a>');
});

test('a role that may not sign, evidence against the protocol, and a time to come are each told in German', async () => {
  const role = await refused(eligibility, 'eligible', { ...ELIGIBLE, signer: 'nurse' });
  expect(role.status).toBe(403);
  expect(role.html).toContain('Mit Ihrer Rolle dürfen Sie diesen Schritt nicht unterzeichnen');
  const material = await refused(eligibility, 'eligible', { ...ELIGIBLE, 'evidence.startingMaterial': 'biopsy' });
  expect(material.status).toBe(422);
  expect(material.html).toContain('Ausgangsmaterial: entspricht nicht dem Protokoll dieses Produkts');
  const ahead = await refused(eligibility, 'eligible', { ...ELIGIBLE, occurredAt: '2030-01-01T08:00' });
  expect(ahead.html).toContain('Wann ist es geschehen?: liegt in der Zukunft');
});

test('of a group of criteria the one that no longer counts is named, at its own field', async () => {
  const typed = { ...ELIGIBLE, 'evidence.criteria.organFunction.validUntil': '2027-01-11' };
  const { status, html } = await refused(eligibility, 'eligible', typed);
  expect(status).toBe(422);
  expect(html).toContain(
    '<a href="#eligible-evidence-criteria-organFunction-validUntil">Gültig bis: gilt heute nicht mehr',
  );
});

test('a form with something in it that no page of ours has is not recorded', async () => {
  const { status, html } = await refused(eligibility, 'eligible', { ...ELIGIBLE, nonce: 'x'.repeat(300) });
  expect(status).toBe(422);
  expect(html).toContain('Das Formular konnte nicht gelesen werden');
});

test('on hold the page offers what is left, and a form opened before is refused with the reason', async () => {
  const { html } = await open(bench, eligibility, 'de');
  await operate('hold');
  const answered = await post(bench, eligibility, html, 'eligible', ELIGIBLE, 'de');
  expect(answered.status).toBe(403);
  expect(answered.html).toContain('Dies kann unterzeichnet werden, sobald der Halt aufgehoben ist.');
  // Beside the one that claims the step, which signs nothing.
  expect(formsOf(answered.html).filter((form) => !form.includes('name="do"'))).toHaveLength(1);
  expect(answered.html).toContain('open=report-');
  await operate('resume');
});

test('a page that was open for too long is shown anew with what was typed, and can then be signed', async () => {
  const { html } = await open(bench, eligibility, 'de');
  await bench.stack.clock.advance(15 * 60_000);
  const late = await post(bench, eligibility, html, 'eligible', ELIGIBLE, 'de');
  expect(late.status).toBe(409);
  expect(late.html).toContain('Ihre Eingaben sind erhalten');
  const signed = await post(bench, eligibility, late.html, 'eligible', { pin: EXAMPLE_PIN }, 'de');
  expect(signed.html).toContain('<h1>Gespeichert</h1>');
});

test('a decided step is shown as it was signed, also to somebody whose form was still open', async () => {
  const consent = await bench.linkTo('Confirm consent');
  const first = await open(bench, consent, 'de');
  await answer(bench, consent);
  const typed = { signer: 'physician', pin: EXAMPLE_PIN, 'evidence.explanation': 'Nein' };
  const second = await post(bench, consent, first.html, 'refused', typed, 'de');
  expect(second.status).toBe(409);
  for (const { html } of [second, await open(bench, consent, 'de')]) {
    expect(html).toContain('Eingewilligt, unterzeichnet von physician');
    expect(html).toContain('Die Unterschrift bedeutet:');
    expect(html).toContain('in meiner Gegenwart auf den genannten Formularversionen');
    expect(formsOf(html)).toEqual([]);
  }
  expect(second.html).toContain('Es wurde nichts geändert');
});

test('a withdrawn step says so, on its link and to whoever still signs it', async () => {
  const link = await bench.linkTo('Record apheresis');
  const shown = await open(bench, link, 'de');
  await operate('cancel');
  expect((await open(bench, link, 'de')).html).toContain('Nicht mehr erforderlich');
  const typed = { signer: 'apheresis', pin: EXAMPLE_PIN, 'evidence.explanation': 'Zu wenig' };
  const late = await post(bench, link, shown.html, 'recollect', typed, 'de');
  expect(late.status).toBe(409);
  expect(late.html).toContain('Dieser Schritt wurde zurückgezogen. Es wurde nichts gespeichert.');
  expect(formsOf(late.html)).toEqual([]);
});

async function operate(command: string): Promise<void> {
  const reply = await bench.world.request(`/ops/journeys/${bench.journeyId}/commands`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ command, reason: 'a test', by: 'tester', args: {} }),
  });
  expect(reply.status).toBe(202);
  await bench.world.settle();
}
