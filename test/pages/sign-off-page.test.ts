import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import type { WhyNot } from '../../lambdas/domain/registers/why-not.ts';
import { meaningsOf } from '../../lambdas/domain/steps/meanings.ts';
import { PASSKEY_SCRIPT_PATH } from '../../lambdas/pages/design/passkey-script.ts';
import { dictionary } from '../../lambdas/pages/i18n/dictionary.ts';
import { renderSignOffPage } from '../../lambdas/pages/sign-off-page.ts';
import { LANGUAGES } from '../../lambdas/pages/views.ts';
import { standingEntry } from '../support/register-entries.ts';
import { formFor, formsOf, pairsOf } from './support/controls.ts';
import { everyStep, schemaOf, viewOf } from './support/views.ts';

/** The page as it is to who uses no passkey. */
const withoutPasskeys = (html: string): string =>
  html.replace(new RegExp(`<script type="module" src="${PASSKEY_SCRIPT_PATH}"( data-[a-z]+="[^"]*")*></script>`), '');

describe.each(LANGUAGES)('sign-off page in %s', (language) => {
  test.each(everyStep)('%s: one form for each decision, every control labelled, ids unique', (step) => {
    const view = viewOf(step);
    const html = renderSignOffPage(view, language);
    expect(html).toMatch(new RegExp(`^<!doctype html><html lang="${language}">`));
    for (const decision of view.decisions) expect(formFor(html, decision)).toContain('type="submit"');
    const ids = [...html.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const labelled = new Set([...html.matchAll(/<label for="([^"]*)"/g)].map(([, id]) => id));
    const controls = [...html.matchAll(/<(?:input|textarea|select)\b(?![^>]*type="hidden")[^>]*\sid="([^"]*)"/g)];
    expect(controls.length).toBeGreaterThan(0);
    expect(controls.filter(([, id]) => !labelled.has(id))).toEqual([]);
    for (const [, refs] of html.matchAll(/aria-(?:describedby|labelledby)="([^"]*)"/g)) {
      expect(refs?.split(' ').filter((ref) => !ids.includes(ref))).toEqual([]);
    }
    expect(withoutPasskeys(html)).not.toMatch(/undefined|\[object|<script|\son[a-z]+=|\sstyle=/);
  });
});

test('the page carries what the submission is bound to, the zone, and user id and PIN as password managers expect', () => {
  const html = renderSignOffPage(viewOf('Give GO for thaw'), 'en');
  const pairs = new Map(pairsOf(formFor(html, 'go')));
  expect(pairs.get('contentHash')).toBe('c'.repeat(64));
  expect(pairs.get('nonce')).toBe('nonce-1');
  expect(html).toContain('Tue 1 Dec 2026, 08:10 (Europe/Berlin, UTC+01:00)');
  expect(html).toMatch(/<input(?=[^>]*name="signer")[^>]*autocomplete="username"/);
  expect(html).toMatch(
    /<input(?=[^>]*name="pin")(?=[^>]*type="password")(?=[^>]*inputmode="numeric")[^>]*autocomplete="off"/,
  );
  expect(html).toContain('href="?lang=de"');
  expect(html).toContain('action="/sign-offs/abc?lang=en"');
  expect(html).toContain('does not diagnose');
  // A language the address already has stays the only one.
  expect(renderSignOffPage(viewOf('Give GO for thaw', { action: '?lang=de' }), 'de')).toContain('action="?lang=de"');
});

test('markup in any value is shown, not run', () => {
  const evil = '"><script>alert(1)</script>';
  const schema = schemaOf(z.strictObject({ grade: z.string() }));
  const line = { item: evil, line: evil, container: evil, schema, secondTo: { item: evil, by: evil } };
  const records = [{ at: '2026-12-01T07:10:00.000Z', by: evil, values: { grade: evil } }];
  const view = viewOf('Give the product', {
    journeyId: evil,
    facts: [
      { label: evil, value: evil },
      { label: 'inUseUntil', value: '2026-12-01T07:10:00.000Z', of: evil },
      { label: evil, value: evil, kind: 'options' },
    ],
    opened: evil,
    nonce: evil,
    contentHash: evil,
    checklist: [
      { ...line, records },
      { ...line, item: 'reaction', records, many: true },
      { ...line, item: 'thaw-ended', line: 'x', records: [] },
    ],
    closedDecisions: { given: [{ key: evil }] },
  });
  const values = { decision: ['partly-given'], signer: [evil], 'evidence.containersGiven': [evil] };
  const fieldErrors = { 'evidence.containersGiven': evil, [evil]: evil };
  const html = renderSignOffPage(view, 'en', { message: evil, gates: [{ key: evil }], fieldErrors, values });
  expect(withoutPasskeys(html)).not.toContain('<script');
  expect(new Map(pairsOf(formFor(html, 'partly-given'))).get('signer')).toBe(evil);
});

test('a problem opens the form that was posted, with what was typed but the PIN, linked from the summary', () => {
  const html = renderSignOffPage(viewOf('Give GO for thaw'), 'en', {
    message: 'check-fields',
    fieldErrors: { 'evidence.until': 'no-such-local-time', pin: 'required', 'evidence.elsewhere': 'odd' },
    values: { decision: ['defer'], signer: ['dr.a'], pin: ['4711'], 'evidence.explanation': ['Fever'] },
  });
  const pairs = new Map(pairsOf(formFor(html, 'defer')));
  expect(pairs.get('signer')).toBe('dr.a');
  expect(pairs.get('evidence.explanation')).toBe('Fever');
  expect(html).not.toContain('4711');
  expect(html).toMatch(/<details[^>]*\sopen[^>]*><summary><h3>Defer/);
  expect(html).toContain('<a href="#defer-evidence-until">Deferred until: this time does not exist at the site');
  expect(html).toContain('<li>Elsewhere: odd</li>');
  expect(html).toMatch(/<section[^>]*role="alert"[^>]*autofocus/);
  expect(new Map(pairsOf(formFor(html, 'go'))).get('signer')).toBe('');
});

test('decided, withdrawn and held say so; only held still takes what may be recorded or stopped', () => {
  const meaning = meaningsOf('Give GO for thaw').go ?? '';
  const decided = { decision: 'go', by: 'dr.a', at: '2026-12-01T07:10:00.000Z', meaning };
  const done = renderSignOffPage(viewOf('Give GO for thaw', { status: 'decided', decided }), 'de');
  expect(done).toContain('GO, unterzeichnet von dr.a, Di., 1. Dezember 2026, 08:10 Uhr (Europe/Berlin, UTC+01:00).');
  expect(formsOf(done)).toEqual([]);
  expect(done).toContain('Ich habe den Zustand jetzt beurteilt: behandlungsfähig');
  // What was signed in other words than today's is shown as it was signed.
  const former = { ...decided, meaning: 'I said GO.' };
  expect(renderSignOffPage(viewOf('Give GO for thaw', { status: 'decided', decided: former }), 'de')).toContain(
    'I said GO.',
  );
  expect(formsOf(renderSignOffPage(viewOf('Give GO for thaw', { status: 'withdrawn' }), 'en'))).toEqual([]);
  const held = renderSignOffPage(
    viewOf('Give GO for thaw', { status: 'held', closedDecisions: { go: [{ key: 'not-held.closed' }] } }),
    'de',
  );
  expect(formsOf(held)).toHaveLength(5);
  expect(held).toContain('Der Behandlungsweg ist angehalten. Dies kann unterzeichnet werden');
});

test('who reads and is not competent is told so, and the form stays: somebody else may sign on this device', () => {
  const page = renderSignOffPage(
    viewOf('Check the order', { notCompetent: { checked: [{ key: 'competent.closed' }] } }),
    'en',
  );
  expect(page).toContain('Your assessment in this task has lapsed or was taken back.');
  expect(formsOf(page)).toHaveLength(formsOf(renderSignOffPage(viewOf('Check the order'), 'en')).length);
});

test('a shift that is short says which place, how many of how many, which shift and who leads the rota', () => {
  const short = [{ place: 'bedside', have: 1, need: 2 }] as const;
  const shortShift = { at: '2026-12-01T07:30:00.000Z', shifts: ['early'], short, lead: 'nina' };
  const said = {
    en: 'Checks at the bedside 1 of 2. nina',
    de: 'Kontrollen am Bett 1 von 2. ',
    fr: '1 sur 2. nina',
    es: '1 de 2. nina',
  };
  for (const language of ['en', 'de', 'fr', 'es'] as const) {
    const gates = [{ key: 'shift-covered.closed', shortShift }];
    const refused = { message: 'gate-closed', gates, values: { decision: ['go'] } };
    expect(renderSignOffPage(viewOf('Give GO for thaw'), language, refused)).toContain(said[language]);
  }
});

test('a gate that an entry of a register closes says which, since when and who sees to it, wherever it is said', () => {
  const vessel = standingEntry({ register: 'equipment', id: 'LN2-3', name: 'LN2 vessel 3' });
  const whyNot = { of: vessel, why: 'lapsed', what: 'calibration', until: '2026-05-01' } as const;
  const gate = { key: 'storage-qualified.closed', whyNot };
  const step = 'Accept receipt';
  const pages = (language: 'en' | 'de' | 'fr' | 'es'): string[] => [
    renderSignOffPage(viewOf(step, { closedDecisions: { accepted: [gate] } }), language),
    renderSignOffPage(viewOf(step, { againstGates: { accepted: [gate] } }), language),
    renderSignOffPage(viewOf(step), language, {
      message: 'gate-closed',
      gates: [gate],
      values: { decision: ['accepted'] },
    }),
  ];
  const said = {
    en: 'LN2 vessel 3: Calibration ended on 1 May 2026. Who sees to it: Quality assurance.',
    de: 'LN2 vessel 3: Kalibrierung',
    fr: 'LN2 vessel 3: ',
    es: 'LN2 vessel 3: ',
  } as const;
  for (const language of ['en', 'de', 'fr', 'es'] as const) {
    for (const page of pages(language)) {
      const link = `<a href="/worklist/registers/equipment/LN2-3?lang=${language}">LN2 vessel 3</a>`;
      expect(page.replaceAll(link, 'LN2 vessel 3')).toContain(said[language]);
      expect(page).toContain(link);
    }
  }
  const withdrawn = { ...gate, whyNot: { of: vessel, why: 'closed', because: 'its status is <withdrawn>' } as const };
  expect(renderSignOffPage(viewOf(step, { closedDecisions: { accepted: [withdrawn] } }), 'de')).toContain(
    'LN2 vessel 3</a>: <span lang="en">its status is &lt;withdrawn></span>. Wer sich kümmert: ',
  );
});

test.each([
  ['en', 'SOP 12</a>: its status is withdrawn. Who', 'SOP 12</a>: in quarantine: Alarm. Who'],
  ['de', 'SOP 12</a>: Status: zurückgezogen. Wer', 'SOP 12</a>: in Quarantäne: Alarm. Wer'],
  ['fr', 'SOP 12</a>: statut\u00a0: retiré', 'SOP 12</a>: en quarantaine: Alarm. '],
  ['es', 'SOP 12</a>: estado: retirad', 'SOP 12</a>: en cuarentena: Alarm. '],
] as const)(
  'a status that closes an entry is said in %s, as are versions and places that are others',
  (language, ...said) => {
    const of = standingEntry({ name: 'SOP 12' });
    const page = (whyNot: WhyNot) =>
      renderSignOffPage(
        viewOf('Accept receipt', { closedDecisions: { accepted: [{ key: 'procedure-effective.closed', whyNot }] } }),
        language,
      );
    const closed = ['its status is withdrawn', 'in quarantine: Alarm'].map((because) =>
      page({ of, why: 'closed', because }),
    );
    for (const [place, html] of closed.entries()) expect(html).toContain(said[place]);
    const { registers } = dictionary(language);
    expect(page({ of, why: 'other-version', shown: 'SOP-12 version 4' })).toContain(
      registers.otherVersion('SOP-12 version 4'),
    );
    expect(page({ of, why: 'replaced', by: 'SOP 12 (version 5)', since: '2026-05-01' })).toContain(
      'SOP 12 (version 5)',
    );
    expect(page({ of, why: 'other-place', place: 'rack 9', places: ['rack 1', 'rack 2'] })).toContain(
      registers.otherPlace('rack 9', 'rack 1, rack 2'),
    );
  },
);

test('what a register does not know is said before it is signed, apart from what is closed, with whom to ask and how to confirm it', () => {
  const agreement = standingEntry({ register: 'agreements', name: 'Quality agreement' });
  const tooOld = { system: 'eqms', asOf: '2027-01-02T06:00:00.000Z', age: 'P2D' };
  const whyNot = { of: agreement, why: 'mirror-too-old', ...tooOld } as const;
  const closedDecisions = { agreed: [{ key: 'agreement-in-date.unknown', whyNot }, { key: 'not-held.closed' }] };
  for (const language of ['en', 'de', 'fr', 'es'] as const) {
    const page = renderSignOffPage(viewOf('Agree the delivery', { closedDecisions }), language);
    const { gates, page: texts, registers, roles } = dictionary(language);
    const [closed = '', unknown = ''] = page.split(`<strong>${texts.unknownHere}: `);
    expect(closed).toContain(`<strong>${texts.closedHere}: </strong>${gates['not-held.closed']}`);
    expect(unknown).toContain(`${registers.owner}: ${roles.qa}. ${registers.howToConfirm}`);
    expect(formsOf(page).filter((form) => form.includes('value="agreed"'))).toEqual([]);
  }
});

test('checklist items are signed one by one; a recorded one shows when and by whom', () => {
  const schema = (item: string) => schemaOf(z.strictObject({ item: z.literal(item) }));
  const view = viewOf('Record apheresis', {
    checklist: [
      {
        item: 'patient-identified',
        line: 'patient-identified',
        schema: schema('patient-identified'),
        records: [{ at: '2026-12-01T07:10:00.000Z', by: 'n.b' }],
      },
      {
        item: 'patient-identified-second',
        line: 'patient-identified-second',
        schema: schema('patient-identified-second'),
        records: [],
        roles: ['nurse', 'cell-lab'],
        secondTo: { item: 'patient-identified', by: 'n.b' },
      },
    ],
  });
  const html = renderSignOffPage(view, 'en');
  expect(html).toContain('1 of 2 recorded');
  expect(html).toContain('Recorded by n.b, Tue 1 Dec 2026, 08:10');
  expect(new Map(pairsOf(formFor(html, 'record'))).get('evidence.item')).toBe('patient-identified-second');
  expect(html).toContain('Nurse / Cell laboratory</span>');
  expect(html).toContain('Recorded first by n.b. Another person has to sign here');
});

test('who signed as second person is named on the line of the first', () => {
  const schema = schemaOf(z.strictObject({ item: z.literal('patient-identified') }));
  const line = { item: 'patient-identified', line: 'patient-identified', schema, records: [], secondBy: 'n.b' };
  const html = renderSignOffPage(viewOf('Record apheresis', { checklist: [line] }), 'en');
  expect(html).toContain('Recorded first by n.b. Another person has to sign here');
});

test('a schema that no control exists for is refused by name', () => {
  const evidenceSchema = { go: schemaOf(z.object({ odd: z.tuple([z.string(), z.number()]) })) };
  expect(() => renderSignOffPage(viewOf('Give GO for thaw', { decisions: ['go'], evidenceSchema }), 'en')).toThrow(
    /evidence\.odd/,
  );
  expect(() => renderSignOffPage(viewOf('Give GO for thaw', { evidenceSchema: {} }), 'en')).toThrow(/decision go/);
});

test('a link that could run something is refused', () => {
  for (const action of ['javascript:alert(1)', '//elsewhere.example', 'http://elsewhere.example/', '/a b']) {
    expect(() => renderSignOffPage(viewOf('Give GO for thaw', { action }), 'en')).toThrow(RangeError);
  }
});

test('each decision and each item of a checklist stands above what its signature means', () => {
  const html = renderSignOffPage(viewOf('Give the product'), 'de');
  expect(formFor(html, 'partly-given')).toContain('und nur ein Teil der vorgesehenen Dosis wurde verabreicht.');
  const identity = formsOf(html).find((form) => form.includes('"identity-checked-before-thaw"'));
  expect(identity).toContain('vor dem Auftauen dieses Behältnisses Identitätskette, Charge, Verfall und Behältnis');
  expect(identity).toMatch(/name="evidence.chainOfIdentity.value"[^>]* required/);
  const extra = { decisions: ['odd'], evidenceSchema: { odd: schemaOf(z.strictObject({})) } };
  expect(() => renderSignOffPage(viewOf('Give GO for thaw', extra), 'en')).toThrow(/odd has no meaning/);
});

test('gates that are not open are listed, and a form that is known to be wrong says what it should be', () => {
  const html = renderSignOffPage(viewOf('Record apheresis'), 'de', {
    message: 'gate-closed',
    gates: [{ key: 'identity-matches.closed' }],
    fieldErrors: { 'evidence.donationNumber': 'wrong-form' },
    values: { decision: ['collected'] },
  });
  expect(html).toContain('rufen Sie die Qualitätssicherung');
  expect(html).toContain('Spendennummer (DIN): ist keine gültige Spendennummer');
});

test('where the site asks for a passkey no form takes a PIN, but the one that acknowledges', () => {
  const urgent = { rung: 'overdue', toldAt: '2027-01-12T08:00:00.000Z' };
  const html = renderSignOffPage(viewOf('Confirm funding', { byPasskeyOnly: true, urgent }), 'en');
  expect(formFor(html, 'funded')).toContain('Your site asks for a passkey at this step.');
  expect(formFor(html, 'funded')).not.toContain('name="pin"');
  expect(formFor(html, 'acknowledge')).toContain('name="pin"');
});

test('a file that somebody else attached says so at its place, by its checksum', () => {
  const at = '2027-01-11T08:00:00.000Z';
  const saved = (typed: string, value: string | number) => ({ typed: [typed], value, by: 'ana', at });
  const name = 'evidence.certificateAttachment';
  const draft = {
    [`${name}.sha256`]: saved('a'.repeat(64), 'a'.repeat(64)),
    [`${name}.mediaType`]: saved('application/pdf', 'application/pdf'),
    [`${name}.size`]: saved('12', 12),
  };
  const html = renderSignOffPage(viewOf('Check certificate', { drafts: { certified: draft } }), 'en');
  const notes = [...formFor(html, 'certified').matchAll(/data-entered="([^"]+)"/g)].map(([, note]) => note);
  expect(notes).toEqual([`${name}.sha256 ana ${at}`]);
});

test('who signs for a file can open it at its place, attached by another or by themselves before a problem', () => {
  const name = 'evidence.certificateAttachment';
  const attached = (sha256: string) => ({ [`${name}.sha256`]: [sha256], [`${name}.mediaType`]: ['application/pdf'] });
  const field = (typed: readonly string[]) => ({ typed: [...typed], by: 'ana', at: '2027-01-11T08:00:00.000Z' });
  const draft = (sha256: string) =>
    Object.fromEntries(Object.entries(attached(sha256)).map(([part, typed]) => [part, field(typed)]));
  const sha256 = 'a'.repeat(64);
  const view = viewOf('Check certificate');
  const link = new RegExp(`href="/worklist/journeys/${view.journeyId}/attachments/${sha256}"[^>]*>[^<]*${sha256}<`);
  const page = (shown: Partial<typeof view>, typed?: string) =>
    formFor(
      renderSignOffPage(
        { ...view, ...shown },
        'en',
        typed === undefined
          ? undefined
          : { message: 'changed', values: { decision: ['certified'], ...attached(typed) } },
      ),
      'certified',
    );
  expect(page({ drafts: { certified: draft(sha256) } })).toMatch(link);
  expect(page({}, sha256)).toMatch(link);
  expect(page({ drafts: { certified: draft('../../../sign-out') } })).not.toContain('href="/worklist/journeys');
});

test('the procedure stands beside the form with its version, and leads to the documents of the site without saying from where', () => {
  const procedure = { id: 'SOP-CT-14', version: '3' };
  const plain = renderSignOffPage(viewOf('Check certificate', { procedure }), 'en');
  expect(plain).toContain('<p class="lead">Procedure: SOP-CT-14, version 3</p>');
  const link = 'https://documents.example/SOP-CT-14';
  const linked = renderSignOffPage(viewOf('Check certificate', { procedure: { ...procedure, link } }), 'de');
  expect(linked).toContain(
    `<a href="${link}" target="_blank" rel="noopener noreferrer">Verfahrensanweisung: SOP-CT-14, Version 3</a>`,
  );
});

test('a signed page says of each value that others had filled in which it is, who and when; of a file by its name', () => {
  const [at, signedAt] = ['2027-01-11T08:00:00.000Z', '2027-01-11T09:00:00.000Z'];
  const filledInBefore = [
    { field: 'evidence.certificateReference', by: 'ana', at },
    { field: 'evidence.certificateAttachment.sha256', by: 'ben', at },
  ];
  const decided = { decision: 'certified', by: 'cleo', at: signedAt, meaning: 'I certify it.', filledInBefore };
  const page = (language: 'en' | 'fr') =>
    renderSignOffPage(viewOf('Check certificate', { status: 'decided', decided }), language);
  expect(page('en')).toMatch(/Certificate number: filled in by ana, [^<]*11 Jan 2027/);
  expect(page('en')).toContain('File of the certificate: filled in by ben, ');
  expect(page('fr')).toContain('Fichier du certificat\u00a0: rempli par ben, ');
});

test.each(LANGUAGES)('a way past a gate is offered in %s where there is one, and nowhere else', (language) => {
  const { page, reports } = dictionary(language);
  const shown = (isWayPast: boolean) => {
    const lines = (viewOf('Check the order').reports ?? []).map((line) =>
      line.report === 'emergency-continuation' ? { ...line, isWayPast } : line,
    );
    const html = renderSignOffPage(viewOf('Check the order', { reports: lines }), language);
    return [page.waysPastTitle, page.waysPastHint, reports['emergency-continuation']].map((text) =>
      html.includes(text),
    );
  };
  expect(shown(true)).toEqual([true, true, true]);
  expect(shown(false)).toEqual([false, false, false]);
});

test('no browser changes what is typed from a label; where sentences are written it may help', () => {
  const html = renderSignOffPage(viewOf('Release the collection'), 'en');
  const forms = html.match(/<form [^>]*>/g) ?? [];
  expect(forms.length).toBeGreaterThan(1);
  for (const form of forms) expect(form).toMatch(/autocomplete="off" autocapitalize="off" spellcheck="false"/);
  expect(html).toMatch(/<textarea(?=[^>]*name="reason")(?=[^>]*spellcheck="true")[^>]*autocapitalize="sentences"/);
  expect(html).not.toMatch(/<input[^>]*(spellcheck|autocapitalize)/);
});
