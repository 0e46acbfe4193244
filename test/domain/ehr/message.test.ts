import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { protocols } from '../../../lambdas/adapters/protocols.ts';
import { type Reading, readMessage } from '../../../lambdas/domain/ehr/message.ts';
import { therapyIndex } from '../../../lambdas/domain/ehr/therapy.ts';
import { bundle, medicationRequest, notification, patient, serviceRequest } from '../../support/ehr-messages.ts';

const ATC = 'http://www.whocc.no/atc';
const codes = { [ATC]: { L01XL04: 'kymriah', L01XL07: 'abecma' } };
const reading: Reading = {
  sites: [
    { id: 'site-1', zone: 'Europe/Berlin' },
    { id: 'site-2', zone: 'Europe/Lisbon' },
  ],
  therapies: therapyIndex(codes, protocols.latest),
  now: '2026-11-22T12:00:00.000Z',
};
const read = (json: unknown, change: Partial<Reading> = {}) => readMessage(json, { ...reading, ...change });
const codesOf = (json: unknown) => {
  const understood = read(json);
  return understood.kind === 'unclear' ? understood.reasons.map(({ code }) => code) : understood.kind;
};

const ORDER = {
  number: { system: 'urn:oid:1.2.3.4.5', value: 'PLC-778' },
  status: 'active',
  wants: 'open',
  protocol: 'kymriah',
  site: { id: 'site-1', zone: 'Europe/Berlin' },
  patient: {
    identifiers: [{ system: 'urn:oid:1.2.3.4.6', value: 'MRN-1' }],
    name: 'Erin Example',
    birthDate: '1961-04-05',
  },
  orderedAt: '2026-11-22T09:14:00.000Z',
};

describe('the guide for integrators', () => {
  it('shows a message that opens a journey', () => {
    const guide = readFileSync(new URL('../../../docs/integrator.md', import.meta.url), 'utf8');
    const [, example = ''] = /```json\n([\s\S]*?)```/.exec(guide) ?? [];
    const sites = [{ id: 'university-hospital', zone: 'Europe/Berlin' }];
    const understood = read(JSON.parse(example), { sites, now: '2027-01-11T08:00:00.000Z' });
    expect(understood).toMatchObject({ kind: 'order', order: { wants: 'open', protocol: 'kymriah' } });
  });
});

describe('a therapy without a protocol', () => {
  it.each([
    ['abecma', 'No therapy protocol "abecma". There are: breyanzi, carvykti, kymriah, yescarta.'],
    [
      'Erin Example',
      'No therapy protocol "(not the form of an id)". There are: breyanzi, carvykti, kymriah, yescarta.',
    ],
  ])('%s: what was named, if it can be an id, and what there is', (code, message) => {
    const order = serviceRequest({ code: { coding: [{ system: 'urn:atmp-journey:protocol', code }] } });
    expect(read(bundle(order, patient()))).toMatchObject({ kind: 'unclear', reasons: [{ code: 'protocol', message }] });
  });
});

describe('an order', () => {
  it.each([
    ['ServiceRequest', bundle(serviceRequest(), patient())],
    ['MedicationRequest', bundle(medicationRequest(), patient())],
    ['both views of one order', bundle(serviceRequest(), medicationRequest(), patient())],
    ['a contained patient', serviceRequest({ subject: { reference: '#p1' }, contained: [patient()] })],
    [
      'a patient by full URL',
      {
        resourceType: 'Bundle',
        type: 'transaction',
        entry: [
          { resource: serviceRequest({ subject: { reference: 'urn:uuid:1' } }) },
          { fullUrl: 'urn:uuid:1', resource: patient({ id: undefined }) },
        ],
      },
    ],
    ['a subscription notification', notification('event-notification', serviceRequest(), patient())],
    [
      'a laboratory order beside it',
      bundle(serviceRequest({ code: { text: 'Blood count' } }), serviceRequest(), patient()),
    ],
    [
      'extensions and elements nobody maps',
      bundle(serviceRequest({ extension: [{ url: 'x' }], priority: 'stat' }), patient()),
    ],
  ])('is read from %s', (_, json) => {
    expect(read(json)).toEqual({ kind: 'order', order: ORDER });
  });

  it('names its therapy by ATC, also in the order detail', () => {
    const detail = serviceRequest({
      code: { text: 'CAR-T' },
      orderDetail: [{ coding: [{ system: ATC, code: 'L01XL04' }] }],
    });
    expect(read(bundle(detail, patient()))).toEqual({ kind: 'order', order: ORDER });
  });

  it('belongs to the only site when it names none', () => {
    const json = bundle(serviceRequest({ locationCode: [] }), patient());
    expect(read(json, { sites: [{ id: 'only', zone: 'UTC' }] })).toMatchObject({ order: { site: { id: 'only' } } });
  });

  it('of a day counts from its start at the site', () => {
    const json = bundle(serviceRequest({ authoredOn: '2026-11-22' }), patient());
    expect(read(json)).toMatchObject({ order: { orderedAt: '2026-11-21T23:00:00.000Z' } });
  });

  it('may give its patient by identifier only', () => {
    const subject = { identifier: { system: 'urn:oid:1.2.3.4.6', value: 'MRN-1' } };
    expect(read(serviceRequest({ subject }))).toMatchObject({
      order: { patient: { identifiers: [{ system: 'urn:oid:1.2.3.4.6', value: 'MRN-1' }] } },
    });
  });

  it('may have one identifier without type as its number', () => {
    const json = bundle(serviceRequest({ identifier: [{ system: 'urn:orders', value: '7' }] }), patient());
    expect(read(json)).toMatchObject({ order: { number: { system: 'urn:orders', value: '7' } } });
  });

  it.each([
    [
      'an official name before others',
      [{ use: 'old', text: 'Old' }, { text: 'Usual' }, { use: 'official', text: 'Official' }],
      'Official',
    ],
    ['the text of a name as it is', [{ text: '<script>\r\nRobert' }], '<script>\r\nRobert'],
    [
      'a nickname before nothing',
      [
        { use: 'old', text: 'Old' },
        { use: 'nickname', text: 'Nick' },
      ],
      'Nick',
    ],
  ])('takes %s', (_, name, expected) => {
    expect(read(bundle(serviceRequest(), patient({ name })))).toMatchObject({ order: { patient: { name: expected } } });
  });

  it('leaves out what is not there, and identifiers that are retired', () => {
    const identifier = [
      { use: 'old', system: 'urn:old', value: '1' },
      { system: 'urn:a', value: '1' },
      { value: 'no system' },
      { system: 'urn:a', value: '1' },
    ];
    const json = bundle(
      serviceRequest(),
      patient({ identifier, name: [{ use: 'old', text: 'Old' }], birthDate: undefined }),
    );
    expect(read(json)).toMatchObject({ order: { patient: { identifiers: [{ system: 'urn:a', value: '1' }] } } });
    expect(JSON.stringify(read(json))).not.toContain('Old');
  });

  it.each(['revoked', 'on-hold', 'entered-in-error', 'cancelled', 'stopped'])(
    'that is %s holds the journey, for which its number is enough',
    (status) => {
      const { code: _, subject: __, authoredOn: ___, ...bare } = serviceRequest({ status, subject: {} });
      expect(read({ ...bare, subject: {} })).toMatchObject({ order: { wants: 'hold', status, number: ORDER.number } });
    },
  );

  it('that is completed asks for nothing', () => {
    expect(read(serviceRequest({ status: 'completed' }))).toMatchObject({ order: { wants: 'nothing' } });
  });
});

describe('what a person has to look at', () => {
  const MODIFIER = [{ url: 'urn:x', valueBoolean: true }];
  it.each([
    ['an unknown status', bundle(serviceRequest({ status: 'approved' }), patient()), ['status']],
    ['a status that is a key of Object', bundle(serviceRequest({ status: 'constructor' }), patient()), ['status']],
    ['a draft', bundle(serviceRequest({ status: 'draft' }), patient()), ['status']],
    ['a proposal', bundle(serviceRequest({ intent: 'proposal' }), patient()), ['intent']],
    ['an order not to perform', bundle(serviceRequest({ doNotPerform: true }), patient()), ['intent']],
    ['an order without number', bundle(serviceRequest({ identifier: [] }), patient()), ['order-number']],
    [
      'two numbers',
      bundle(
        serviceRequest({
          identifier: [
            { system: 'a', value: '1' },
            { system: 'a', value: '2' },
          ],
        }),
        patient(),
      ),
      ['order-number'],
    ],
    [
      'an unknown protocol',
      bundle(
        serviceRequest({ code: { coding: [{ system: 'urn:atmp-journey:protocol', code: 'nosuch' }] } }),
        patient(),
      ),
      ['protocol'],
    ],
    [
      'a protocol that is not on the shelf',
      bundle(serviceRequest({ code: { coding: [{ system: ATC, code: 'L01XL07' }] } }), patient()),
      ['protocol'],
    ],
    [
      'a code nobody knows',
      bundle(serviceRequest({ code: { coding: [{ system: ATC, code: 'toString' }] } }), patient()),
      ['protocol'],
    ],
    [
      'two therapies',
      bundle(serviceRequest({ orderDetail: [{ coding: [{ system: ATC, code: 'L01XL07' }] }] }), patient()),
      ['protocol'],
    ],
    ['no patient', serviceRequest(), ['patient']],
    ['a patient without identifier', bundle(serviceRequest(), patient({ identifier: [] })), ['patient']],
    [
      'a patient with too many identifiers',
      bundle(
        serviceRequest(),
        patient({ identifier: Array.from({ length: 21 }, (_, at) => ({ system: 'a', value: `${at}` })) }),
      ),
      ['patient'],
    ],
    ['a patient who died', bundle(serviceRequest(), patient({ deceasedBoolean: true })), ['patient']],
    ['a record not in use', bundle(serviceRequest(), patient({ active: false })), ['patient']],
    [
      'a merged record',
      bundle(serviceRequest(), patient({ link: [{ type: 'replaced-by' }] })),
      ['contradictory-identifiers'],
    ],
    [
      'two patients',
      bundle(serviceRequest(), patient(), patient({ id: 'p2', identifier: [{ system: 'a', value: '2' }] })),
      ['contradictory-identifiers'],
    ],
    [
      'a subject that contradicts its patient',
      bundle(
        serviceRequest({
          subject: { reference: 'Patient/p1', identifier: { system: 'urn:oid:1.2.3.4.6', value: 'MRN-2' } },
        }),
        patient(),
      ),
      ['contradictory-identifiers'],
    ],
    ['no time', bundle(serviceRequest({ authoredOn: undefined }), patient()), ['time']],
    ['a year as time', bundle(serviceRequest({ authoredOn: '2026' }), patient()), ['time']],
    ['a day that does not exist', bundle(serviceRequest({ authoredOn: '2026-02-30' }), patient()), ['time']],
    [
      'an order of the day after tomorrow',
      bundle(serviceRequest({ authoredOn: '2026-11-24T00:00:00Z' }), patient()),
      ['time'],
    ],
    ['no site where there are two', bundle(serviceRequest({ locationCode: undefined }), patient()), ['site']],
    [
      'an unknown site',
      bundle(
        serviceRequest({ performer: [{ identifier: { system: 'urn:atmp-journey:site', value: 'x' } }] }),
        patient(),
      ),
      ['site'],
    ],
    [
      'a modifier extension on the order',
      bundle(serviceRequest({ modifierExtension: MODIFIER }), patient()),
      ['modifier-extension'],
    ],
    [
      'a modifier extension deep inside',
      bundle(serviceRequest({ code: { coding: [{ code: 'x', modifierExtension: MODIFIER }] } }), patient()),
      ['modifier-extension'],
    ],
    [
      'a modifier extension on the patient',
      bundle(serviceRequest(), patient({ modifierExtension: MODIFIER })),
      ['modifier-extension'],
    ],
    ['implicit rules', { ...bundle(serviceRequest(), patient()), implicitRules: 'urn:x' }, ['modifier-extension']],
    ['an id-only notification', notification('event-notification'), ['id-only']],
    ['another resource', { resourceType: 'Observation', status: 'final' }, ['no-order']],
    ['an empty bundle', { resourceType: 'Bundle', type: 'message' }, ['no-order']],
    [
      'two orders',
      bundle(serviceRequest(), serviceRequest({ identifier: [{ system: 'a', value: '9' }] }), patient()),
      ['several-orders'],
    ],
  ])('is %s', (_, json, expected) => {
    expect(codesOf(JSON.parse(JSON.stringify(json)))).toEqual(expected);
  });

  it('is named with path and what was expected, and never with what was sent', () => {
    const secret = 'Erin-Example-MRN';
    const json = bundle(
      serviceRequest({ status: secret, code: { coding: [{ system: ATC, code: secret }] }, authoredOn: secret }),
      patient({ name: [{ text: secret }] }),
    );
    const understood = read(json);
    expect(understood).toMatchObject({
      kind: 'unclear',
      reasons: expect.arrayContaining([expect.objectContaining({ path: 'ServiceRequest.status' })]),
    });
    expect(JSON.stringify(understood)).not.toContain(secret);
  });

  it('passes over an empty list of modifier extensions', () => {
    expect(read(bundle(serviceRequest({ modifierExtension: [] }), patient())).kind).toBe('order');
  });
});

describe('what needs nothing', () => {
  it.each(['handshake', 'heartbeat'])('is a %s, in R4 and R4B', (type) => {
    expect(read(notification(type))).toEqual({ kind: 'alive' });
    const r4b = {
      resourceType: 'Bundle',
      type: 'history',
      entry: [{ resource: { resourceType: 'SubscriptionStatus', type } }],
    };
    expect(read(r4b)).toEqual({ kind: 'alive' });
  });
});

describe('what is no FHIR', () => {
  it.each([
    ['null', null],
    ['a list', [serviceRequest()]],
    ['an object', { hello: 'world' }],
    ['a strange type', { resourceType: '<script>' }],
    ['an order without subject', serviceRequest({ subject: undefined })],
    ['a status that is a number', serviceRequest({ status: 7 })],
    ['a bundle whose entries are no list', { resourceType: 'Bundle', type: 'message', entry: {} }],
    ['a patient with a wrong birth date', bundle(serviceRequest(), patient({ birthDate: '5 April 1961' }))],
    ['a medication request without status', bundle(medicationRequest({ status: undefined }), patient())],
  ])('is %s', (_, json) => {
    const understood = read(json);
    expect(understood.kind).toBe('malformed');
    expect(JSON.stringify(understood)).not.toMatch(/5 April|script/);
  });
});
