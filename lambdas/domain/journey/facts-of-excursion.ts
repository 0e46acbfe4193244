import { containersIn } from '../deviations/containers-concerned.ts';
import { outboundRange, shipmentRange, storageRange } from '../protocol/accessors.ts';
import type { Protocol } from '../protocol/schema.ts';
import {
  custodyBreaches,
  EXCURSIONS,
  type ExcursionLeg,
  excursionLeg,
  legOf,
  shipmentOf,
  shipmentStep,
} from './custody.ts';
import { listed, type MaybeFact, rangeText, textOf } from './fact.ts';
import { certifiedContainers } from './product.ts';
import type { JourneyState, Report, StepState } from './state.ts';

/** What an excursion is about: a report that somebody made, or a shipment whose documents show it. */
interface Cause {
  readonly leg: ExcursionLeg;
  readonly report?: Report;
  readonly shipment?: StepState;
}

function causeOf(state: JourneyState, { phase, round }: StepState): Cause | undefined {
  const about = state.phases.find((record) => record.phase === phase && record.round === round)?.about;
  const report = state.reports.find(({ seq }) => seq === about);
  if (report !== undefined) {
    // What was moved, or alarmed, was in storage.
    const leg = report.report === 'excursion' ? excursionLeg.parse(report.values.leg) : 'storage';
    const shipment = leg === 'storage' ? undefined : shipmentStep(state, leg);
    return { leg, report, ...(shipment === undefined ? {} : { shipment }) };
  }
  const shipment = Object.values(state.steps).find(({ checklist }) =>
    Object.values(checklist).some(({ seq }) => seq === about),
  );
  const leg = shipment === undefined ? undefined : legOf(shipment);
  return shipment === undefined || leg === undefined ? undefined : { leg, shipment };
}

/** Degrees Celsius between which what travels or is stored has to stay. */
function rangeOf({ leg }: Cause, protocol: Protocol) {
  if (leg === 'storage') return storageRange(protocol);
  return leg === 'outbound' ? outboundRange(protocol) : shipmentRange(protocol);
}

/** Which leg, which containers and which readings the disposition is about; ids and readings, no words of anybody. */
export function excursionFacts(state: JourneyState, step: StepState, protocol: Protocol): readonly MaybeFact[] {
  const cause = causeOf(state, step);
  if (cause === undefined) return [];
  const { leg, report, shipment: travelled } = cause;
  const { left, came } = leg === 'storage' ? {} : shipmentOf(state, leg, travelled);
  const faults = travelled === undefined ? [] : custodyBreaches(state, protocol, travelled).map(({ fault }) => fault);
  const alarm = report?.report === 'storage-alarm' ? report.values : undefined;
  const inStorage = alarm === undefined ? certifiedContainers(state) : containersIn(state, alarm.storageDevice);
  const containers = left?.containers ?? (leg === 'outbound' ? [] : inStorage);
  return [
    ['excursionLeg', leg],
    ['excursionFound', listed(faults.filter((fault) => EXCURSIONS.includes(fault)).map((fault) => `custody-${fault}`))],
    ['excursionContainers', listed(containers)],
    ['storageDevice', textOf(alarm?.storageDevice)],
    ['alarmFrom', textOf(alarm?.alarmFrom)],
    ['alarmUntil', textOf(alarm?.alarmUntil)],
    ['excursionReadings', readings(came ?? alarm)],
    ['excursionRange', rangeText(rangeOf(cause, protocol))],
    ['excursionLogger', textOf(travelled?.checklist['handed-over']?.values.logger)],
    ['excursionLoggerFile', textOf(report?.values.loggerFile)],
    ['qualifiedUntil', left?.qualifiedUntil],
    ['arrivedAt', came?.at],
    ['excursionNotedAt', report?.occurredAt.at],
  ];
}

const readings = (read: { readonly lowestTemperature?: unknown; readonly highestTemperature?: unknown } | undefined) =>
  listed(
    [read?.lowestTemperature, read?.highestTemperature].flatMap((one) => (one === undefined ? [] : [`${one} °C`])),
  );

/** What was said when it was reported: for the page alone, because words are anybody's. */
export function excursionAsReported(state: JourneyState, step: StepState): readonly MaybeFact[] {
  return [['excursionReported', textOf(causeOf(state, step)?.report?.values.explanation)]];
}
