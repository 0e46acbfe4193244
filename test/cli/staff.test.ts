import { randomFillSync } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dynamoPasskeys } from '../../lambdas/adapters/dynamo-passkeys.ts';
import { tokenHash } from '../../lambdas/adapters/link-token.ts';
import { embeddedStage, type Stage } from '../../local/scenario/embedded-stage.ts';
import { EXAMPLE_PIN } from '../../local/scenario/staff.ts';
import { runHere } from './run-here.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await embeddedStage({ seed: 1 });
});
afterAll(() => stage?.stack.stop());

const atmp = (...args: string[]) => runHere(['staff', ...args, '--url', stage.stack.url]);
const HOW = ['--how', 'passport, in person'];
const passkeys = () => {
  const { clientsFor, model } = stage.stack;
  const table = model.tables.find(({ logicalId }) => logicalId === 'Identities')?.name ?? '';
  return dynamoPasskeys({ client: clientsFor().dynamodb, table }, () => 0);
};

test('a ticket is a link for one day, kept as its hash, with who checked whom and how', async () => {
  const { code, out } = await atmp('ticket', 'physician', '--checked-by', 'qa', ...HOW);
  expect(code).toBe(0);
  const [, ticket = ''] = /\/enrolments\/([A-Za-z0-9_-]{43})$/m.exec(out) ?? [];
  expect(out).toContain(`${stage.stack.url}/enrolments/`);
  expect(await passkeys().ticket(tokenHash(ticket))).toMatchObject({
    staff: 'physician',
    checked: { by: 'qa', how: 'passport, in person' },
    expiresAt: '2027-01-12T08:00:00.000Z',
  });
});

test.each([
  ['the person themselves', 'physician', /themselves, expected another member/],
  ['nobody of the staff', 'nobody', /nobody is not active staff/],
])('an identity checked by %s gives no ticket', async (_, by, why) => {
  const { code, complaint } = await atmp('ticket', 'physician', '--checked-by', by, ...HOW);
  expect({ code, complaint }).toEqual({ code: 1, complaint: expect.stringMatching(why) });
});

test('keys are listed, and revoked once with a reason', async () => {
  const at = await stage.world.now();
  const ticket = { staff: 'nurse', checked: { by: 'qa', how: 'badge', at }, expiresAt: '2027-02-01T00:00:00.000Z' };
  const hash = tokenHash(Buffer.from(randomFillSync(new Uint8Array(32))).toString('base64url'));
  await passkeys().putTicket(hash, ticket);
  const key = { signer: 'nurse', credentialId: 'a-key', publicKey: 'cHVi', alg: -7, counter: 0, transports: [] };
  const kind = { aaguid: '', deviceType: 'singleDevice', backedUp: false } as const;
  await passkeys().enrol({ ...key, ...kind, enrolledAt: at, checked: ticket.checked }, hash);
  expect(JSON.parse((await atmp('keys', 'nurse')).out)).toMatchObject([{ credentialId: 'a-key' }]);
  expect((await atmp('revoke', 'nurse', 'a-key', '--by', 'qa', '--why', 'lost')).code).toBe(0);
  expect(await passkeys().find('nurse', 'a-key')).toMatchObject({ revoked: { at, by: 'qa', why: 'lost' } });
  const again = await atmp('revoke', 'nurse', 'a-key', '--by', 'qa', '--why', 'lost');
  expect(again).toMatchObject({ code: 1, complaint: expect.stringMatching(/no such passkey/) });
});

test('who asks for another name of somebody proves who they are; what was done to an entry can be read', async () => {
  const rename = (pin: string) => {
    const why = ['--why', 'marriage certificate seen', '--by', 'qa', '--url', stage.stack.url];
    return runHere(['staff', 'rename', 'registry', '--name', 'Reese Married', ...why], { ATMP_PIN: pin });
  };
  expect(await rename('000000')).toMatchObject({ code: 1, complaint: expect.stringContaining('PIN is wrong') });
  expect(await rename(EXAMPLE_PIN)).toMatchObject({ code: 0, out: expect.stringContaining('Another keeper approves') });
  const { code, out } = await atmp('history', 'registry');
  expect({ code, ...JSON.parse(out) }).toMatchObject({
    code: 0,
    counted: 2,
    changes: [{ what: 'joined' }, { what: 'name-change-requested', by: 'qa' }],
  });
});
