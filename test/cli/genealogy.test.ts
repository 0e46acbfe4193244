import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dossierOf } from '../../lambdas/domain/audit/dossier.ts';
import { verifyDossier } from '../../lambdas/domain/audit/verify-dossier.ts';
import { genealogyOf } from '../../lambdas/domain/journey/genealogy.ts';
import { JOURNEY_ID } from '../support/journey-driver.ts';
import { Walk } from '../support/walk.ts';
import { runHere } from './run-here.ts';

const walk = new Walk();
walk.to('Agree the delivery');
const { events, protocol, now, state } = walk.journey;
const GENUINE = dossierOf(JOURNEY_ID, events, protocol, now);

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'atmp-genealogy-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function file(content: unknown): string {
  const path = join(folder, 'dossier.json');
  writeFileSync(path, JSON.stringify(content));
  return path;
}

test('a dossier says what was made; the command computes it from the events, whatever the dossier says', async () => {
  expect(GENUINE.genealogy).toEqual(genealogyOf(state));
  const forged = { ...GENUINE, genealogy: { ...GENUINE.genealogy, donations: [] } };
  const { code, out } = await runHere(['genealogy', file(forged)]);
  expect(code).toBe(0);
  expect(JSON.parse(out)).toEqual(JSON.parse(JSON.stringify(genealogyOf(state))));
  const release = { version: '0.1.0', commit: 'test' };
  expect(verifyDossier(forged, { release }).findings).toMatchObject([{ kind: 'genealogy' }]);
  expect(verifyDossier(GENUINE, { release }).findings).toEqual([]);
});

test('a container leads back to its batch and donation; one that was never certified is trouble', async () => {
  const { out } = await runHere(['genealogy', file(GENUINE), '--container', 'bag-1-2']);
  expect(JSON.parse(out)).toMatchObject({
    journeyId: JOURNEY_ID,
    origins: [
      {
        container: { container: 'bag-1-2' },
        batch: { batch: 'batch-1' },
        donation: { donationNumber: 'A999926000001' },
      },
    ],
  });
  const stranger = await runHere(['genealogy', file(GENUINE), '--container', 'bag-9']);
  expect(stranger).toMatchObject({ code: 1, complaint: expect.stringContaining('never certified') });
  const unread = await runHere(['genealogy', file({ events: [{ type: 'x' }] })]);
  expect(unread).toMatchObject({ code: 1, complaint: expect.stringContaining('got event type x') });
});
