import { afterAll, beforeAll, expect, it } from 'vitest';
import { dynamoPasskeys, type PasskeyRegister } from '../../../lambdas/adapters/dynamo-passkeys.ts';
import { dynamoStaffRegister, type WritableStaffRegister } from '../../../lambdas/adapters/dynamo-staff-register.ts';
import { readCsv } from '../../../lambdas/domain/csv.ts';
import { plusMilliseconds } from '../../../lambdas/domain/time.ts';
import { EXAMPLE_PIN_COST } from '../../../local/scenario/staff.ts';
import { importCsv } from '../../../local/staff/import-csv.ts';
import { startDynoxide, type TestDynamo } from '../../support/dynamodb.ts';
import { NOW, randomBytes } from '../../support/journeys.ts';
import { IDENTITY, pinKey } from '../../support/pin-key.ts';

let dynamo: TestDynamo;
let register: WritableStaffRegister;
let passkeys: PasskeyRegister;
beforeAll(async () => {
  dynamo = await startDynoxide();
  const access = { client: dynamo.client, table: (await dynamo.tables()).identities };
  register = dynamoStaffRegister({ ...access, pinKey, randomBytes, pinCost: EXAMPLE_PIN_COST });
  passkeys = dynamoPasskeys(access, () => 0);
  const quinn = { id: 'quinn', name: 'Quinn', mail: 'q@hospital.example', roles: ['qa'] } as const;
  const rest = { site: 'site-1', language: 'en', active: true, identity: IDENTITY } as const;
  await register.putStaff({ ...quinn, ...rest }, { by: 'quinn', why: 'first', at: NOW }, '123456');
});
afterAll(() => dynamo.stop());

let imports = 0;
const run = async (lines: readonly string[], { dryRun = false, by = 'quinn' } = {}) => {
  imports += 1;
  const stated = { by, why: 'list of personnel', at: plusMilliseconds(NOW, imports) };
  const results = await importCsv({ register, passkeys, stated, dryRun }, 'staff.csv', lines.join('\r\n'));
  return results.map(({ line, id, outcome }) => [
    line,
    id,
    outcome.ok ? (outcome.value?.what ?? 'as it was') : outcome.refusal.message,
  ]);
};

const HEADER = 'id;name;mail;roles;site;language;checked_by;checked_at;checked_how;left';
const ANA = 'ana;"Ana ""M"" Müller";ana@hospital.example;nurse physician;site-1;de;quinn;2026-11-01;badge;';
const BEN = 'ben;Ben;ben@hospital.example;nurse;site-1;en;ana;2026-11-01;badge;';

it('says in a dry run what would change, changes it, and nothing the second time', async () => {
  const joined = [
    [2, 'ana', 'joined'],
    [3, 'ben', 'joined'],
  ];
  expect(await run([HEADER, ANA, BEN, ''], { dryRun: true })).toEqual(joined);
  expect(await register.find('ana')).toBeUndefined();
  expect(await run([HEADER, ANA, BEN])).toEqual(joined);
  expect(await run([HEADER, ANA, BEN])).toEqual([
    [2, 'ana', 'as it was'],
    [3, 'ben', 'as it was'],
  ]);
  expect(await register.find('ana')).toMatchObject({ name: 'Ana "M" Müller', roles: ['nurse', 'physician'] });
});

it('keeps what columns that are left out or blank say nothing of', async () => {
  const short = 'id,name,mail,roles,site,language';
  expect(await run([short, 'ben,Ben,ben@other.example,nurse,site-1,en'])).toEqual([[2, 'ben', 'changed']]);
  const { identity, mail } = (await register.find('ben')) ?? {};
  expect({ identity, mail }).toMatchObject({ identity: { checkedBy: 'ana' }, mail: 'ben@other.example' });
});

it('takes a telephone number as people write it; an empty field takes it away, a column left out keeps it', async () => {
  const short = 'id,name,mail,roles,site,language';
  const ben = 'ben,Ben,ben@other.example,nurse,site-1,en';
  const phone = async () => (await register.find('ben'))?.phone;
  expect(await run([`${short},phone`, `${ben},+49 151 123-45678`])).toEqual([[2, 'ben', 'changed']]);
  expect(await phone()).toBe('+4915112345678');
  expect(await run([short, ben])).toEqual([[2, 'ben', 'as it was']]);
  const [[, , refusal] = []] = await run([`${short},phone`, `${ben},0151 12345678`]);
  expect(refusal).toMatch(/^phone: /);
  expect(await run([`${short},phone`, `${ben},`])).toEqual([[2, 'ben', 'changed']]);
  expect(await phone()).toBeUndefined();
});

it('refuses a row for a reason that somebody can act on, and takes the others', async () => {
  const row = (id: string, change: Readonly<Record<string, string>> = {}) => {
    const columns = { id, name: 'Eva', mail: `${id}@hospital.example`, roles: 'nurse', site: 'site-1', language: 'en' };
    const rest = { checked_by: 'quinn', checked_at: '2026-11-01', checked_how: 'badge', left: '' };
    return Object.values({ ...columns, ...rest, ...change }).join(';');
  };
  const results = await run([
    HEADER,
    row('eva', { roles: 'nurse, surgeon' }),
    row('eve', { checked_by: 'eve' }),
    row('evi', { checked_by: 'nobody' }),
    row('evo', { checked_at: '' }),
    row('ana'),
    row('Bad Id'),
    `${row('evu')};surplus`,
    row('fay'),
    row('fay'),
    row('gus', { left: 'yes' }),
  ]);
  expect(results).toEqual([
    [2, 'eva', expect.stringMatching(/^roles\.0: .*expected one of "coordinator"/)],
    [3, 'eve', 'checked_by: got eve themselves, expected another person'],
    [4, 'evi', expect.stringContaining('nobody is neither in the register nor in this file')],
    [5, 'evo', expect.stringContaining('identity.checkedAt')],
    [6, 'ana', expect.stringContaining('two people say so: atmp staff rename ana')],
    [7, 'Bad Id', expect.stringContaining('expected 2 to 64 of a-z')],
    [8, 'evu', expect.stringContaining('got 1 more fields than columns')],
    [9, 'fay', 'joined'],
    [10, 'fay', expect.stringContaining('stands in line 9 too')],
    [11, 'gus', expect.stringContaining('is not in the register')],
  ]);
  expect(await run([HEADER, row('fay', { left: 'yes' })], { by: 'ana' })).toMatchObject([
    [2, 'fay', expect.stringContaining('they keep the register')],
  ]);
});

it('lets somebody leave for good: PIN and keys count no more, and the id is not given again', async () => {
  await register.putStaff(
    { ...(await member('fay')), roles: ['nurse', 'qa'] },
    { by: 'quinn', why: 'PIN', at: plusMilliseconds(NOW, 900) },
    '271828',
  );
  const proof = await register.authenticate('fay', '271828', NOW);
  const leaver = [HEADER, 'fay;;;;;;;;;yes'];
  expect(await run(leaver, { dryRun: true })).toEqual([[2, 'fay', 'left']]);
  expect(await run(leaver)).toEqual([[2, 'fay', 'left']]);
  expect(await run(leaver)).toEqual([[2, 'fay', 'as it was']]);
  // Even a PIN that was right a moment before counts no more when it is committed.
  expect(proof.ok && (await proof.value.lost())).toMatchObject({ code: 'unauthenticated' });
  expect(await register.authenticate('fay', '271828', NOW)).toMatchObject({ ok: false });
  expect(await register.entry('fay')).toMatchObject({
    hasPin: false,
    leftAt: expect.any(String),
    readdress: [{ site: 'site-1', roles: ['nurse', 'qa'] }],
  });
  expect(await run([HEADER, 'fay;Eva;f@hospital.example;nurse;site-1;en;;;;'])).toMatchObject([
    [2, 'fay', expect.stringContaining('is never given again')],
  ]);
});

it('moves nobody to another site past the keepers of theirs, nor to one whose first people are still to come', async () => {
  const at = (id: string, site: string, roles = 'nurse') =>
    `${id};${id};${id}@hospital.example;${roles};${site};en;;;;`;
  expect(await run([HEADER, at('hal', 'site-1')])).toEqual([[2, 'hal', 'joined']]);
  expect(await run([HEADER, at('hal', 'site-2', 'qa')], { by: 'hal' })).toMatchObject([
    [2, 'hal', expect.stringContaining('site-2 has no keeper yet')],
  ]);
  expect(await run([HEADER, at('robin', 'site-2', 'qa')], { by: 'robin' })).toEqual([[2, 'robin', 'joined']]);
  for (const dryRun of [true, false]) {
    expect(await run([HEADER, at('hal', 'site-2')], { by: 'robin', dryRun })).toMatchObject([
      [2, 'hal', expect.stringContaining('expected somebody active at site-1')],
    ]);
  }
  expect(await register.find('hal')).toMatchObject({ site: 'site-1', roles: ['nurse'] });
});

it('takes over no log-in and no check of identity from a site without keepers', async () => {
  const before = { name: 'Ivy', mail: 'i@hospital.example', roles: ['nurse'], site: 'site-3', language: 'en' } as const;
  const known = { oidcSubject: 'of-somebody', identity: { ...IDENTITY, checkedBy: 'quinn' }, active: true } as const;
  await register.putStaff({ id: 'ivy', ...before, ...known }, { by: 'ivy', why: 'first', at: NOW });
  expect(await run([HEADER, 'ivy;Ivy;i@hospital.example;nurse;site-1;en;;;;'])).toEqual([[2, 'ivy', 'changed']]);
  const { oidcSubject, identity, site } = await member('ivy');
  expect({ oidcSubject, identity, site }).toEqual({ oidcSubject: undefined, identity: undefined, site: 'site-1' });
});

const member = async (id: string) => {
  const found = await register.find(id);
  if (found === undefined) throw new Error(`expected ${id}`);
  return found;
};

it.each([
  ['a quotation mark that is not closed', 'id\n"a', 'line 2: expected a closing quotation mark'],
  ['a column nobody knows', `${HEADER};pin`, 'columns pin: expected none but'],
  ['a column that is missing', 'id,name', 'columns mail, roles, site, language: expected'],
])('refuses a file with %s', async (_, text, problem) => {
  await expect(run([text])).rejects.toThrow(problem);
});

it('reads fields over several lines, with separators and quotation marks in them', () => {
  expect(readCsv('\uFEFFA;b\n"x;\n""y""";z\n')).toEqual({
    ok: true,
    columns: ['a', 'b'],
    rows: [{ line: 2, values: { a: 'x;\n"y"', b: 'z' }, surplus: 0 }],
  });
});
