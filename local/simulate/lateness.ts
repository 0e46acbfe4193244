import type { Answer } from '../scenario/scenario.ts';
import { MEAN_DAYS_LATE } from './base-rates.ts';
import type { Chance } from './chance.ts';

/** `+2d 09:30`: on a working day. What is told by the hour or on any day (`!`) follows the patient, and is not put off. */
const WORKING_DAY = /^\+(\d+)d (\d\d:\d\d)$/;

/** The answer as people give it: now and then some days later than usual. */
export function sometimesLate<T extends Answer>(answer: T, chance: Chance, when: string): T {
  const [, days, time] = WORKING_DAY.exec(answer.after) ?? [];
  if (days === undefined || !chance.happens('answersLate', when)) return answer;
  const late = 1 + Math.floor(chance.waiting(MEAN_DAYS_LATE, `late/${when}`));
  return { ...answer, after: `+${Number(days) + late}d ${time}` };
}
