import { expect, test } from 'vitest';
import cdkJson from '../../cdk.json' with { type: 'json' };
import { parseConfig } from '../../lib/config.ts';

const release = { version: '1.2.3', commit: 'abcdef0' };
const certificateArn = 'arn:aws:acm:eu-central-1:111122223333:certificate/example';
const valid = cdkJson.context.atmp;
const MIRROR = { site: valid.sites[0]?.id, register: 'equipment', system: 'eqms', keepers: ['qa'], within: 'P2D' };
const refused = (overrides: Readonly<Record<string, unknown>>) => () =>
  parseConfig({ ...valid, ...overrides }, release);

test('cdk.json describes a deployment', () => {
  expect(parseConfig(valid, release)).toMatchObject({
    stage: 'production',
    use: 'training',
    prefix: 'Atmp',
    clockOffset: false,
    release,
  });
});

test.each([
  ['a key nobody knows', { publicURL: 'https://x.example' }, /publicURL/],
  ['time that moves in production', { clockOffset: true }, /clockOffset: got true for stage production/],
  [
    'a public address without TLS',
    { publicUrl: 'http://x.example' },
    /publicUrl: got http:\/\/x.example, expected https/,
  ],
  ['localhost in production', { publicUrl: 'http://localhost:8787' }, /publicUrl/],
  ['a public address with a path', { publicUrl: 'https://x.example/app' }, /expected scheme and host only/],
  ['a public address with a slash at its end', { publicUrl: 'https://x.example/' }, /expected scheme and host only/],
  [
    'a register that comes from two systems',
    { mirrors: [MIRROR, { ...MIRROR, system: 'cmms' }] },
    /equipment of .* twice, expected each register of a site at most once/,
  ],
  ['an export for a site nobody knows', { mirrors: [{ ...MIRROR, site: 'elsewhere' }] }, /mirrors: got site elsewhere/],
  [
    'competence that one person keeps, also of themselves',
    { mirrors: [{ ...MIRROR, register: 'competence' }] },
    /one keeper of competence .* expected two/,
  ],
  ['links that would lead nowhere', { publicUrlIsProxied: false }, /domains: got none for stage production/],
  [
    'links that would lead nowhere in staging',
    { stage: 'staging', publicUrlIsProxied: false },
    /domains: got none for stage staging, expected .* or publicUrlIsProxied: true/,
  ],
  [
    'own domains behind a proxy',
    { domains: { people: { certificateArn }, integration: { host: 'ehr.x.example', certificateArn } } },
    /domains, publicUrlIsProxied: got both/,
  ],
  [
    'procedures of a site nobody knows',
    { procedures: [{ site: 'elsewhere', of: {} }] },
    /procedures: got site elsewhere, expected each site of sites/,
  ],
  [
    'procedures of a step nobody knows',
    { procedures: [{ site: valid.sites[0]?.id, of: { 'Check certificates': { id: 'SOP-1', version: '1' } } }] },
    /procedures/,
  ],
  [
    'a document system that is told nothing',
    { procedures: [{ site: valid.sites[0]?.id, of: {}, address: 'https://documents.example/' }] },
    /expected an address with \{id\} in it/,
  ],
  ['no concurrency at all', { publicConcurrency: 0 }, /publicConcurrency/],
  ['no use', { use: undefined }, /use/],
  ['a use nobody knows', { use: 'test' }, /use/],
  ['a demo for patients', { use: 'demo' }, /use: got demo for stage production, expected production or training/],
  [
    'patients on a laptop',
    { stage: 'embedded', use: 'production', publicUrl: 'http://localhost:8787', publicUrlIsProxied: false },
    /use: got production for stage embedded, expected demo/,
  ],
  ['no site', { sites: [] }, /sites/],
  ['a zone that does not exist', { sites: [{ ...valid.sites[0], zone: 'Europe/Nowhere' }] }, /IANA time zone/],
  [
    'more than functions can be told in their environment',
    { sites: [{ ...valid.sites[0], policy: { ...valid.sites[0]?.policy, holidays: Array(250).fill('2027-01-01') } }] },
    /sites, ehrSenders: got 3\d{3} bytes of JSON, expected at most 3000/,
  ],
  ['one site twice', { sites: [valid.sites[0], valid.sites[0]] }, /sites: got ids/],
  ['a sender without a policy', { ehrSenders: [{ id: 'ehr' }] }, /policy/],
])('%s is refused by name', (_, overrides, message) => {
  expect(refused(overrides)).toThrow(message);
});

test('the emulator may use localhost and move its time', () => {
  const config = parseConfig(
    { ...valid, stage: 'emulator', use: 'demo', publicUrl: 'http://localhost:8787', clockOffset: true },
    release,
  );
  expect(config.clockOffset).toBe(true);
});

test('a channel that is not there is refused: it would tell nobody in silence', () => {
  const [site] = valid.sites;
  const having = (channel: string, more: Readonly<Record<string, unknown>> = {}) =>
    refused({ sites: [{ ...site, telling: { channels: [{ channel, tiers: ['on-call'] }] } }], ...more });
  const alarms = {
    url: 'https://alarms.hospital.example',
    secretArn: 'arn:aws:secretsmanager:eu-central-1:1:secret:a',
  };
  expect(having('alarm-server')).toThrow('expected the setting alarmServer with it');
  expect(having('alarm-server', { alarmServer: alarms })).not.toThrow();
  const number = 'arn:aws:sms-voice:eu-central-1:111122223333:phone-number/phone-1';
  const sender = 'arn:aws:sms-voice:eu-central-1:111122223333:sender-id/ATMP/DE';
  const from = (telling: Readonly<Record<string, unknown>>) => refused({ sites: [{ ...site, telling }] });
  const channels = (channel: string) => [{ channel, tiers: ['on-call'] }];
  expect(having('sms')).toThrow('got channel sms without originationIdentities.sms');
  expect(from({ channels: channels('sms'), originationIdentities: { voice: number } })).toThrow('channel sms without');
  expect(from({ originationIdentities: { voice: number } })).toThrow('originationIdentities.voice without the channel');
  expect(from({ channels: channels('sms'), originationIdentities: { sms: '+49151' } })).toThrow('expected the ARN');
  expect(from({ channels: channels('voice'), originationIdentities: { voice: sender } })).toThrow('got a sender id');
  expect(from({ channels: channels('voice'), originationIdentities: { voice: number } })).not.toThrow();
  expect(from({ channels: channels('sms'), originationIdentities: { sms: sender } })).not.toThrow();
  expect(having('pager')).toThrow('channel');
  const plain = { ...alarms, url: 'http://alarms.hospital.example' };
  expect(having('alarm-server', { alarmServer: plain })).toThrow('expected https');
  const long = { ...alarms, url: `https://alarms.hospital.example/${'x'.repeat(400)}` };
  expect(having('alarm-server', { alarmServer: long })).toThrow('bytes of JSON');
});
