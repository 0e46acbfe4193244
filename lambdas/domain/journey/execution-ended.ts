import { millisecondsBetween } from '../time.ts';
import { type Scribe, system } from './scribe.ts';
import { activePhases, isCoursePhase, type JourneyState } from './state.ts';

/** Restarts by themselves within a day; after that the daily sweep tries, and alarms have told people. */
export const RESTARTS_A_DAY = 3;
const DAY_MS = 24 * 60 * 60 * 1000;

export interface ExecutionRef {
  readonly journeyId: string;
  readonly phase: string;
  readonly round: number;
  readonly run: number;
}

/** Reads an execution name `<journeyId>-<phase>-<round>-<run>`; undefined for anything else. */
export function parseExecutionName(name: string): ExecutionRef | undefined {
  const match = /^([0-9A-Z]+)-([A-Za-z]+)-(\d+)-(\d+)$/.exec(name);
  if (match === null) return undefined;
  const [, journeyId = '', phase = '', round = '', run = ''] = match;
  return { journeyId, phase, round: Number(round), run: Number(run) };
}

/**
 * An execution failed, timed out or was aborted. When it belonged to the newest run and something still waits in it, a new
 * run takes its place from the log; an execution already replaced, or no longer needed, is nothing.
 */
export function executionEnded(
  scribe: Scribe,
  ended: ExecutionRef,
  status: string,
): 'replaced' | 'not-needed' | 'too-often' {
  const { state, context } = scribe;
  if (state.closed !== undefined || ended.run !== state.run || !isNeeded(state, ended)) return 'not-needed';
  const today = state.runReasons.filter(
    ({ at, reason }) => reason === 'execution-ended' && millisecondsBetween(at, context.now) < DAY_MS,
  );
  if (today.length >= RESTARTS_A_DAY) return 'too-often';
  scribe.write(
    'run.started',
    { run: state.run + 1, reason: 'execution-ended', why: `${ended.phase} ${status}` },
    system('pathway'),
  );
  return 'replaced';
}

const isNeeded = (state: JourneyState, { phase, round }: ExecutionRef): boolean =>
  activePhases(state).some((active) =>
    phase === 'PatientJourney' ? isCoursePhase(active.phase) : active.phase === phase && active.round === round,
  );
