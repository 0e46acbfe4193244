import { expect, test } from 'vitest';
import { documentVersion } from '../../../lambdas/domain/registers/document-version.ts';
import type { StepName } from '../../../lambdas/domain/vocabulary.ts';
import { personIn, SITE } from '../../support/builders.ts';
import { value } from '../../support/journey-driver.ts';
import { aReadinessOf, standingEntry } from '../../support/register-entries.ts';
import { report } from '../../support/scenes.ts';
import { Walk } from '../../support/walk.ts';

const PROCEDURE = { id: 'SOP-1', version: '1' };
const withdrawn = aReadinessOf(
  standingEntry({
    serves: [PROCEDURE.id, documentVersion(PROCEDURE.id, PROCEDURE.version)],
    closedBecause: 'its status is withdrawn',
  }),
);
const INSPECTION: StepName = 'Inspect the delivery';

/** A course in which every step of receipt and deviations is done by one procedure. */
function inspecting(): Walk {
  const procedures = [{ site: SITE.id, of: { Receipt: PROCEDURE, Deviation: PROCEDURE } }];
  const walk = new Walk({ procedures });
  walk.to(INSPECTION);
  return walk;
}
const opened = ({ journey }: Walk) => journey.state.deviations.map(({ kind, class: found }) => `${found} ${kind}`);

test('what was done by a procedure that is withdrawn is recorded, and is a critical deviation', () => {
  const walk = inspecting();
  walk.journey.readiness = withdrawn;
  walk.decide(INSPECTION);
  expect(opened(walk)).toEqual(['critical against-procedure-effective']);
  expect(walk.journey.state.deviations[0]?.detail).toContain('its status is withdrawn');
});

test.each([
  ['in force', aReadinessOf(standingEntry({ serves: ['SOP-1', 'SOP-1 version 1'] }))],
  ['in no register', aReadinessOf()],
])('by one that is %s it is none', (_how, readiness) => {
  const walk = inspecting();
  walk.journey.readiness = readiness;
  walk.decide(INSPECTION);
  expect(opened(walk)).toEqual([]);
});

test('what stops is none either, nor what answers for a deviation: one would follow from the other without end', () => {
  const walk = inspecting();
  report(walk, 'deviation-raised', { deviationClass: 'major', concerns: 'record' });
  walk.journey.readiness = withdrawn;
  walk.decide('Triage the deviation');
  value(walk.journey.sign(walk.journey.step(INSPECTION), 'inspected', { signer: personIn(['cell-lab']) }));
  expect(opened(walk)).toEqual(['major deviation-raised', 'critical against-procedure-effective']);
  const other = inspecting();
  other.decide(INSPECTION);
  other.journey.readiness = withdrawn;
  other.decide('Accept receipt', 'stopped');
  expect(opened(other)).toEqual([]);
});
