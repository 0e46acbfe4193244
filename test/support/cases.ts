import { NO_PRODUCT } from '../../lambdas/domain/quality/no-product.ts';
import { openChange, openSiteDeviation } from '../../lambdas/domain/quality/open-case.ts';
import type { ChangeControl } from '../../lambdas/domain/registers/change-control.ts';
import type { StepName } from '../../lambdas/domain/vocabulary.ts';
import { SITE } from './builders.ts';
import { Walk } from './walk.ts';

const BY = { kind: 'operator', id: 'qa-a' } as const;

/** A change as somebody proposed it. */
export const aChange = (over: Partial<ChangeControl> = {}): ChangeControl => ({
  title: 'Thaw at 37 °C in the dry device',
  owner: 'qa',
  status: 'proposed',
  class: 'major',
  what: 'SOP-12 names the dry device',
  why: 'The bath is retired',
  changes: [
    { kind: 'document', id: 'SOP-12', version: '5' },
    { kind: 'protocol', id: 'kymriah', version: '2' },
    { kind: 'equipment', id: 'BATH-1' },
  ],
  proposedBy: 'pharmacist-a',
  approvals: [],
  implementOn: '2026-12-01',
  rollback: 'Version 4 is effective again',
  checkUntil: '2027-06-01',
  ...over,
});

/** The case of a change, with its state machine. */
export const changeCase = (over: Partial<ChangeControl> = {}, inFlight: Walk['journey']['inFlight'] = []): Walk =>
  new Walk({
    protocol: NO_PRODUCT,
    id: 'CASE1',
    inFlight,
    opening: (context, id) => openChange(context, { id, site: SITE, by: BY }, { id: 'CC-1', entry: aChange(over) }),
  });

export const CHANGE_STEPS = [
  'Assess the change',
  'Approve the change',
  'Confirm the approval',
  'Implement the change',
  'Check that the change works',
  'Close the change',
] as const satisfies readonly StepName[];
type ChangeStep = (typeof CHANGE_STEPS)[number];

/** A case in which all steps up to this one are signed. */
export function changeAt(step: ChangeStep, walk = changeCase()): Walk {
  for (const name of CHANGE_STEPS.slice(0, CHANGE_STEPS.indexOf(step))) walk.decide(name);
  return walk;
}

/** The case of a deviation that belongs to no patient, with its state machines. */
export const deviationCase = (deviationClass: 'minor' | 'major' | 'critical'): Walk =>
  new Walk({
    protocol: NO_PRODUCT,
    id: 'CASE2',
    opening: (context, id) =>
      openSiteDeviation(
        context,
        { id, site: SITE, by: BY },
        { title: 'Doors of the store room', deviationClass, detail: 'The store room stood open for a night.' },
      ),
  });
