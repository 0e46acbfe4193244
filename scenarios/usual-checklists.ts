import { outboundRange } from '../lambdas/domain/protocol/accessors.ts';
import { neededForContainer } from '../lambdas/domain/steps/administration-items.ts';
import type { Role } from '../lambdas/domain/vocabulary.ts';
import type { Course } from '../local/scenario/course.ts';
import type { Answer } from '../local/scenario/scenario.ts';
import { handedOver } from './usual-evidence.ts';

/** One item of a checklist, some time after the one before. */
export const item = (name: string, after: string, more: Partial<Answer> = {}): Answer => ({
  decision: 'record',
  after,
  ...more,
  evidence: (moment) => ({ item: name, ...more.evidence?.(moment) }),
});

/** Custody events of a shipment that arrives as it should; `collected` is the round whose material leaves. */
export const custody = (
  course: Course,
  leg: 'out' | 'in',
  wait: string,
  travel: string,
  collected = 1,
): readonly Answer[] => [
  item('handed-over', wait, { evidence: handedOver(course, leg, collected) }),
  item('arrived', travel, {
    evidence: () => ({
      receivedBy: leg === 'out' ? 'receiving of the maker' : 'cell laboratory',
      sealIntact: true,
      ...loggerOf(course, leg),
      loggerRead: true,
    }),
  }),
];

/** Inside the range of the leg: in vapour of liquid nitrogen, or in a cool box. */
const loggerOf = ({ protocol }: Course, leg: 'out' | 'in') => {
  const isFrozen = leg === 'in' || (outboundRange(protocol).max ?? 0) < 0;
  return isFrozen
    ? { lowestTemperature: -189, highestTemperature: -161 }
    : { lowestTemperature: 3, highestTemperature: 7 };
};

/** Minutes between the bedside events of one container, and who records each. */
const BEDSIDE: Readonly<Record<string, readonly [after: string, as: Role]>> = {
  'identity-checked-before-thaw': ['PT5M', 'cell-lab'],
  'identity-checked-before-thaw-second': ['PT1M', 'pharmacist'],
  'removed-from-storage': ['PT1M', 'cell-lab'],
  'thaw-started': ['PT1M', 'cell-lab'],
  'thaw-ended': ['PT4M', 'cell-lab'],
  'inspected-after-thaw': ['PT1M', 'cell-lab'],
  'identity-checked': ['PT4M', 'nurse'],
  'identity-checked-second': ['PT1M', 'physician'],
  'infusion-started': ['PT2M', 'nurse'],
  'infusion-ended': ['PT10M', 'nurse'],
};

interface Bedside {
  /** Waits that differ from the usual ones. */
  readonly late?: Readonly<Record<string, string>>;
  /** The manufacturing round that made the container. */
  readonly made?: number;
}

/** What a bedside event of one container takes. */
function bedsideItem(course: Course, container: string, name: string, { late = {}, made = 1 }: Bedside): Answer {
  const [usual, as] = BEDSIDE[name] ?? ['PT1M', 'physician'];
  return item(name, late[name] ?? usual, {
    as,
    evidence: ({ certified }) => ({ container, ...bedsideValues(name, course.ids, made, certified.expiresOn) }),
  });
}

function bedsideValues(name: string, ids: Course['ids'], made: number, expiryOnLabel: unknown) {
  if (name === 'inspected-after-thaw') return { intact: true, freeOfClumps: true };
  return name.startsWith('identity-checked')
    ? { chainOfIdentity: ids.chainOfIdentity, batch: ids.batch(made), expiryOnLabel }
    : {};
}

/** Written down when the bag is fetched, and given early enough: 30 to 60 minutes before the infusion. */
export const premedication = item('premedication-given', 'PT2M', { as: 'nurse', happened: 'PT15M' });

/** The bedside events of one container, in their order. */
export const bedside = (course: Course, container: string, how: Bedside = {}): readonly Answer[] =>
  neededForContainer(course.protocol).map(({ item: name }) => bedsideItem(course, container, name, how));
