import { runningInUseClocks } from '../clocks/in-use.ts';
import type { Protocol } from '../protocol/schema.ts';
import { conditioningWindow } from './conditioning.ts';
import type { MaybeFact } from './fact.ts';
import { observationFacts } from './facts-of-observations.ts';
import { firstGoOf, type Go, type GoKind, goOf } from './go.ts';
import { drivingBanEndsAt, monitoringEndsAt, proximityEndsAt } from './monitoring.ts';
import { dayZero } from './product.ts';
import { mustLeaveBy, qualifiedUntil } from './shipments.ts';
import type { JourneyState, StepState } from './state.ts';
import { tocilizumabDueAt } from './tocilizumab.ts';

/** The clocks that run while the step is open, each at the instant at which it ends. */
export function clockFacts(state: JourneyState, step: StepState, protocol: Protocol): readonly MaybeFact[] {
  switch (step.step) {
    case 'Ship the starting material':
      return [
        ['mustLeaveBy', step.checklist['handed-over'] === undefined ? mustLeaveBy(state) : undefined],
        ['qualifiedUntil', qualifiedUntil(step)],
      ];
    case 'Follow the delivery':
      return [['qualifiedUntil', qualifiedUntil(step)]];
    case 'Start conditioning':
      return goFacts('conditioning', goOf(state, protocol, 'conditioning'));
    case 'Confirm GO for thaw':
      return [...goFacts('thaw', firstGoOf(state, protocol, 'thaw')), ...windowFacts(state, protocol)];
    case 'Give GO for thaw':
      return windowFacts(state, protocol);
    case 'Give the product':
      return [
        ...goFacts('thaw', goOf(state, protocol, 'thaw')),
        ...windowFacts(state, protocol),
        ...inUseFacts(state, step, protocol),
      ];
    case 'Monitor the patient':
      return [
        ['dayZero', dayZero(state)],
        ['monitoringUntil', monitoringEndsAt(state, protocol)],
        ...observationFacts(state, step, protocol),
        ['tocilizumabDueAt', tocilizumabDueAt(state, step, protocol)],
      ];
    case 'Discharge':
    case 'Send the discharge letter':
    case 'End the proximity period':
      return [
        ['dayZero', dayZero(state)],
        ['nearUntil', proximityEndsAt(state, protocol)],
        ['noDrivingUntil', drivingBanEndsAt(state, protocol)],
        ['tocilizumabDueAt', tocilizumabDueAt(state, step, protocol)],
      ];
    default:
      return step.phase === 'FollowUpVisit' || step.phase === 'LifelongWatch' ? [['dayZero', dayZero(state)]] : [];
  }
}

const GO_UNTIL = { conditioning: 'goConditioningUntil', thaw: 'goThawUntil' } as const;

/** Until when the GO counts, or what took that from it. */
const goFacts = (kind: GoKind, go: Go | undefined): readonly MaybeFact[] =>
  go?.reopenedBy === undefined ? [[GO_UNTIL[kind], go?.endsAt]] : [['goReopened', go.reopenedBy]];

function windowFacts(state: JourneyState, protocol: Protocol): readonly MaybeFact[] {
  const window = conditioningWindow(state, protocol);
  return [
    ['windowFrom', window?.from],
    ['windowUntil', window?.until],
  ];
}

/** In-use limits still running, by clock and container. */
export const inUseFacts = (state: JourneyState, step: StepState, protocol: Protocol): readonly MaybeFact[] =>
  runningInUseClocks(state, step, protocol).map(({ name, limitAt }): MaybeFact => ['inUseUntil', limitAt, name]);
