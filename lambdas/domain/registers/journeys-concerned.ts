import { type JourneyState, openSteps } from '../journey/state.ts';
import type { StepName } from '../vocabulary.ts';
import type { ChangeControl } from './change-control.ts';

/** Why a journey in flight is concerned by a change. */
export type Concern =
  | { readonly what: 'protocol'; readonly id: string; readonly pinned: string; readonly changedTo: string }
  | {
      readonly what: 'document';
      readonly id: string;
      readonly step: StepName;
      readonly shown: string;
      readonly changedTo: string;
    };

export interface ConcernedJourney {
  readonly journeyId: string;
  readonly concerns: readonly Concern[];
}

/**
 * Journeys in flight that go on with another version than a change makes: they pinned it at order, or people were asked with it
 * beside the form. What no journey names a version of (a machine, the release) concerns none by itself.
 */
export const journeysConcerned = (
  { changes }: Pick<ChangeControl, 'changes'>,
  journeys: readonly JourneyState[],
): readonly ConcernedJourney[] =>
  journeys
    .filter(({ closed, qualityCase }) => closed === undefined && qualityCase === undefined)
    .map((journey) => ({
      journeyId: journey.id,
      concerns: changes.flatMap(({ kind, id = '', version = '' }): readonly Concern[] => {
        if (kind === 'protocol') return pinnedOther(journey, { id, version });
        return kind === 'document' ? shownOther(journey, { id, version }) : [];
      }),
    }))
    .filter(({ concerns }) => concerns.length > 0);

interface Version {
  readonly id: string;
  readonly version: string;
}

function pinnedOther({ protocol }: JourneyState, { id, version }: Version): readonly Concern[] {
  const pinned = String(protocol.version);
  return protocol.id === id && pinned !== version ? [{ what: 'protocol', id, pinned, changedTo: version }] : [];
}

const shownOther = (journey: JourneyState, { id, version }: Version): readonly Concern[] =>
  openSteps(journey).flatMap(({ step, procedure }) =>
    procedure?.id === id && procedure.version !== version
      ? [{ what: 'document' as const, id, step, shown: procedure.version, changedTo: version }]
      : [],
  );
