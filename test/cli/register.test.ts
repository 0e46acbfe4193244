import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GetItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { toKey } from '../../lambdas/adapters/items.ts';
import { effectId, effectKey, messageOwner } from '../../lambdas/adapters/table-keys.ts';
import { documents } from '../../lambdas/domain/registers/documents.ts';
import { keepRecord } from '../../lambdas/domain/registers/keep-record.ts';
import { embeddedStage, FIRST_DAY, type Stage } from '../../local/scenario/embedded-stage.ts';
import { registersOf } from '../../local/scenario/place.ts';
import { EXAMPLE_SITE } from '../../local/scenario/staff.ts';
import { value } from '../support/journey-driver.ts';
import { aDocument } from '../support/register-entries.ts';
import { runHere } from './run-here.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await embeddedStage({ seed: 1 });
});
afterAll(() => stage?.stack.stop());

const atmp = (...args: string[]) => runHere([...args, '--url', stage.stack.url]);
const WHY = ['--by', 'qa', '--why', 'yearly'];
const TASK = ['--task', 'order-verification'];

test('assessments are imported and revoked, and whether they were allowed is answered for any instant', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'atmp-register-')), 'competence.csv');
  const row = 'pharmacist,order-verification,SOP-12 version 4,3,3,programme-lead,2027-01-04,2028-01-03';
  writeFileSync(file, `person,task,training,observed,required,assessor,assessed_on,valid_until\n${row}\n`);
  expect((await atmp('register', 'import', file, ...WHY)).out).toBe('line 2: pharmacist: recorded\n');
  const allowed = (at: string) => atmp('allowed', '--person', 'pharmacist', ...TASK, '--at', at);
  const within = await allowed('2028-01-03T12:00:00+01:00');
  const after = await allowed('2028-01-04T00:00:00+01:00');
  const before = await allowed('2027-01-05T12:00:00+01:00');
  expect(within).toMatchObject({ code: 0, out: expect.stringContaining('order-verification: SOP-12 version 4') });
  expect(after).toMatchObject({ code: 1, complaint: expect.stringContaining('lapsed after 2028-01-03') });
  // Assessed by that day, and entered only a week later: an inspector is told both.
  expect(before).toMatchObject({ code: 1, complaint: expect.stringContaining('Entered only') });
  expect((await atmp('register', 'revoke-competence', 'pharmacist', ...TASK, ...WHY)).code).toBe(0);
  expect((await allowed('2028-01-03T12:00:00+01:00')).complaint).toContain('revoked');
  expect(JSON.parse((await atmp('register', 'competence', 'pharmacist')).out)).toHaveLength(2);
});

test('whether they were allowed is answered with the version of the procedure in force then, and of what they had read', async () => {
  const keep = (version: string, effectiveFrom: string) => {
    const over = { document: 'SOP-9', version, effectiveFrom, revision: 'major', reviewDue: '2027-12-31' } as const;
    const entry = aDocument({ ...over, approvedOn: '2026-01-01', serves: [] });
    const stated = { site: EXAMPLE_SITE, id: `SOP-9/${version}`, by: 'qa', why: 'as it is', at: FIRST_DAY };
    return value(keepRecord(documents, { ...stated, entry }, undefined));
  };
  for (const kept of [keep('4', '2026-02-02'), keep('5', '2027-02-01')]) {
    if (kept !== null) value(await registersOf(stage.stack).keep([kept]));
  }
  const file = join(mkdtempSync(join(tmpdir(), 'atmp-register-')), 'competence.csv');
  const columns = 'person,task,training,procedure,version,observed,required,assessor,assessed_on,valid_until';
  const row = 'pharmacist,receipt,SOP-9,SOP-9,4,3,3,programme-lead,2027-01-04,2028-01-03';
  writeFileSync(file, `${columns}\n${row}\n`);
  expect((await atmp('register', 'import', file, ...WHY)).out).toBe('line 2: pharmacist: recorded\n');
  const allowed = (at: string) => atmp('allowed', '--person', 'pharmacist', '--task', 'receipt', '--at', at);
  expect((await allowed('2027-02-01T12:00:00+01:00')).complaint).toContain('trained in SOP-9 version 4');
  const curricula = join(mkdtempSync(join(tmpdir(), 'atmp-register-')), 'curricula.json');
  const asked = ['register', 'curriculum', '--person', 'pharmacist'];
  expect(await atmp(...asked)).toMatchObject({ code: 1, complaint: expect.stringContaining('got no curricula') });
  writeFileSync(curricula, JSON.stringify([{ role: 'pharmacist', tasks: [{ task: 'receipt', procedure: 'SOP-9' }] }]));
  const written = await atmp('register', 'curricula', curricula, '--site', EXAMPLE_SITE, '--by', 'QA');
  expect(written).toMatchObject({ code: 0, out: `${EXAMPLE_SITE}: 1 curricula\n` });
  const assigned = await atmp(...asked);
  expect(assigned.out).toContain(
    'receipt: to be read by 2027-01-31. Competence in receipt: trained in SOP-9 version 4',
  );
  const read = ['--procedure', 'SOP-9', '--version', '5', '--on', '2027-01-11'];
  expect((await atmp('register', 'read', 'pharmacist', '--task', 'receipt', ...read, ...WHY)).out).toBe(
    'pharmacist: SOP-9 version 5 read.\n',
  );
  expect((await allowed('2027-02-01T12:00:00+01:00')).code).toBe(0);
});

test('entries are imported, exported as they were, and what closes one has the journeys looked at again', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'atmp-register-')), 'equipment.csv');
  const site = ['--site', EXAMPLE_SITE];
  const which = ['--register', 'equipment', ...site];
  const columns = 'id,name,kind,owner,status,installation_qualified,operation_qualified,performance_qualified';
  const due = 'calibration_certificate,calibrated_on,calibration_due';
  const row = (name: string, status: string) =>
    `${name},Thaw device,thaw-device,cell-lab,${status},2026-01-01,2026-01-02,2026-01-03,C-1,2026-12-01,2027-12-01`;
  writeFileSync(file, `${columns},${due}\n${row('THAW-1', 'IN_USE')}\n${row('THAW-2', 'BROKEN')}\n`);
  const dry = await atmp('register', 'import', file, '--dry-run', ...site, ...WHY);
  expect(dry.out).toContain('line 2: THAW-1: recorded\nline 3: THAW-2: refused: equipment THAW-2: status');
  expect(JSON.parse((await atmp('register', 'show', ...which)).out)).toEqual([]);
  writeFileSync(file, `${columns},${due}\n${row('THAW-1', 'IN_USE')}\n`);
  expect((await atmp('register', 'import', file, ...site, ...WHY)).out).toBe('line 2: THAW-1: recorded\n');
  const exported = (await atmp('register', 'export', ...which)).out;
  writeFileSync(file, exported);
  expect((await atmp('register', 'import', file, ...site, ...WHY)).out).toBe('line 2: THAW-1: as it was\n');
  writeFileSync(file, exported.replace('IN_USE,', 'QUARANTINED,dropped'));
  expect((await atmp('register', 'import', file, ...site, ...WHY)).out).toBe('line 2: THAW-1: recorded\n');
  await stage.world.settle();
  const { name: TableName } = stage.stack.model.tables.find(({ logicalId }) => logicalId === 'Journeys') ?? {};
  const owner = messageOwner(`register-${EXAMPLE_SITE}-equipment-THAW-1-2`);
  const Key = toKey(effectKey(owner, effectId(1, 0)));
  const { Item } = await stage.stack.clientsFor().dynamodb.send(new GetItemCommand({ TableName, Key }));
  expect(Item).toMatchObject({ doneAt: { S: expect.any(String) } });
  expect(JSON.parse((await atmp('register', 'history', 'THAW-1', ...which)).out)).toHaveLength(2);
});

test('who looked for a newer label says what they read; one that the protocol does not follow opens a change, once', async () => {
  const people = { author: 'physician', reviewer: 'pharmacist' };
  const entry = aDocument({ document: 'PRT-9', type: 'protocol', serves: ['kymriah/1'], ...people });
  const stated = { site: EXAMPLE_SITE, id: 'PRT-9/4', by: 'qa', why: 'as it is', at: FIRST_DAY };
  const kept = value(keepRecord(documents, { ...stated, entry }, undefined));
  if (kept !== null) value(await registersOf(stage.stack).keep([kept]));
  const site = ['--site', EXAMPLE_SITE];
  const read = (label: string, ...more: string[]) =>
    atmp('register', 'label-read', 'PRT-9/4', '--read', label, '--reference', 'EPAR page', ...more, ...site, ...WHY);
  expect((await read('SmPC of May')).complaint).toContain('labelRevision: got none');
  const first = await read('SmPC of May', '--follows', 'SmPC of May', '--checked-by', 'pharmacist');
  expect(first.out).toBe('PRT-9/4: SmPC of May was read. The next look is due by 2027-04-11.\n');
  expect((await read('SmPC of June')).out).toContain('change LABEL-2027-01-11/PRT-9/4 is proposed, to be assessed.');
  expect((await read('SmPC of June')).out).not.toContain('is proposed');
  const changes = await registersOf(stage.stack).of(EXAMPLE_SITE, 'change-controls', 'LABEL-2027-01-11/PRT-9/4');
  expect(changes).toMatchObject([{ by: 'qa', entry: { status: 'proposed', proposedBy: 'qa' } }]);
});

test('an export is put where other systems put it, and refused where the register is kept here', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'atmp-register-')), 'export.csv');
  writeFileSync(file, 'id,name\n');
  const which = ['--register', 'equipment', '--site', EXAMPLE_SITE];
  expect((await atmp('register', 'deliver', file, ...which)).out).toContain(`mirrors/${EXAMPLE_SITE}/equipment.csv`);
  await stage.stack.clock.idle();
  const mail = stage.stack.outbox().find(({ tags }) => tags.kind === 'mirror-refused');
  expect([mail?.to, mail?.text]).toEqual([['qa@hospital.example'], expect.stringContaining('is kept here')]);
});
