import type { CoursePhase } from '../vocabulary.ts';
import { activePhases, isCoursePhase, type JourneyState } from './state.ts';

/** The answer to the first question of every run: which phase is next, in which round; or why there is none. */
export interface Whereabouts {
  readonly schemaVersion: 1;
  readonly stands: CoursePhase | 'FollowUp' | 'Closed' | 'Superseded';
  readonly round: number;
}

/** Where a journey stands, by its log alone: any execution can be lost and started again from here. */
export function whereItStands(state: JourneyState, run: number): Whereabouts {
  if (run !== state.run) return { schemaVersion: 1, stands: 'Superseded', round: 0 };
  if (state.closed !== undefined) return { schemaVersion: 1, stands: 'Closed', round: 0 };
  for (const { phase, round } of activePhases(state)) {
    if (isCoursePhase(phase)) return { schemaVersion: 1, stands: phase, round };
  }
  return { schemaVersion: 1, stands: 'FollowUp', round: 0 };
}
