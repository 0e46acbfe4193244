import { afterPositiveMarker, leastCells, storageRange } from '../protocol/accessors.ts';
import { tocilizumabFor } from '../protocol/jurisdiction-accessors.ts';
import type { Protocol } from '../protocol/schema.ts';
import { entryKey } from '../steps/checklists.ts';
import { availability } from './availability.ts';
import { shipmentStep } from './custody.ts';
import { isDonorPositive } from './donor-tests.ts';
import { listed, type MaybeFact, rangeText, textOf } from './fact.ts';
import { excursionAsReported, excursionFacts } from './facts-of-excursion.ts';
import { documentFaults, inspectionFaults } from './inspection.ts';
import { pendingTests } from './pending-tests.ts';
import { policyOf } from './site-policy.ts';
import { limitsOf, limitText } from './specification.ts';
import { type JourneyState, latestDecision, type StepState } from './state.ts';

/** What protocol and earlier steps say about the product, where the step is about it. */
export function productFacts(state: JourneyState, step: StepState, protocol: Protocol): readonly MaybeFact[] {
  switch (step.step) {
    case 'Check donor tests':
      return [['afterPositiveMarker', afterPositiveMarker(protocol)]];
    case 'Record apheresis':
      return [['leastCells', leastYield(protocol)]];
    case 'Release the collection':
      return [
        ['leastCells', leastYield(protocol)],
        ['afterPositiveMarker', isDonorPositive(state) ? afterPositiveMarker(protocol) : undefined],
      ];
    case 'Check certificate':
      return limitsOf(state, protocol).map(
        (limit) => ['releaseLimit', limitText(limit), entryKey(limit.test, limit.component)] as const,
      );
    case 'Ship the starting material':
      return sentWith(step);
    case 'Follow the delivery':
      return [['storageRange', rangeText(storageRange(protocol))], ...sentWith(step)];
    case 'Inspect the delivery':
      return [
        ['storageRange', rangeText(storageRange(protocol))],
        ...sentWith(shipmentStep(state, 'inbound')),
        ['inspectionFound', listed(documentFaults(state, protocol))],
      ];
    case 'Record the disposition':
      return [...excursionFacts(state, step, protocol), ...excursionAsReported(state, step)];
    case 'Accept receipt':
    case 'Resolve quarantine':
      return [
        ['storageRange', rangeText(storageRange(protocol))],
        ['inspectionFound', listed(inspectionFaults(state, protocol) ?? [])],
        ['testsPending', testsPending(state)],
      ];
    case 'Verify the prescription':
      return [['tocilizumabLeast', tocilizumabFor(protocol, policyOf(state).jurisdiction)?.dosesOnSite?.toString()]];
    case 'Give GO for conditioning':
      return [
        ['availability', availability(state, protocol)],
        ['testsPending', testsPending(state)],
      ];
    case 'Start conditioning':
    case 'Complete conditioning':
      return [['conditioningRegimen', regimen(state)]];
    case 'Give GO for thaw':
    case 'Record the pending tests':
      return [['testsPending', testsPending(state)]];
    default:
      return [];
  }
}

/** Shipper, seal and logger as they were handed over, to be compared with what arrives. */
function sentWith(step: StepState | undefined): readonly MaybeFact[] {
  const { shipper, seal, logger } = step?.checklist['handed-over']?.values ?? {};
  return [
    ['shipperSent', textOf(shipper)],
    ['sealSent', textOf(seal)],
    ['loggerSent', textOf(logger)],
  ];
}

const leastYield = (protocol: Protocol): string | undefined => {
  const least = leastCells(protocol);
  return least === undefined ? undefined : `${least} × 10⁹`;
};

/** Tests without a result yet, each with the day on which it is due. */
function testsPending(state: JourneyState): string | undefined {
  const certified = latestDecision(state, 'Check certificate');
  const resulted = latestDecision(state, 'Record the pending tests');
  if (certified !== undefined && resulted !== undefined && resulted.seq > certified.seq) return undefined;
  return listed(pendingTests(state).map(({ test, dueOn }) => `${test} (${dueOn})`));
}

function regimen(state: JourneyState): string | undefined {
  const prescribed = latestDecision(state, 'Prescribe the product')?.evidence.conditioningRegimen;
  return typeof prescribed === 'string' ? prescribed : undefined;
}
