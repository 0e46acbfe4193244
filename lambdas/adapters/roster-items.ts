import * as z from 'zod';
import { lazily } from '../domain/lazily.ts';
import { type DutyRota, dutyRota } from '../domain/staff/duty-rota.ts';
import { type Rota, rota } from '../domain/staff/rota.ts';
import { type Team, team } from '../domain/staff/team.ts';
import { type Item, jsonText, readItem, readOnce } from './items.ts';

const rotaShape = lazily(() => z.strictObject({ rota: jsonText(rota()) }));
const teamShape = lazily(() =>
  z.strictObject({
    team: team(),
    disbanded: z.boolean().optional(),
    writtenBy: z.string(),
    writtenAt: z.string(),
  }),
);

export const readRota = readOnce((item: Item): Rota => readItem(rotaShape(), item).rota);

const dutyShape = lazily(() => z.strictObject({ duty: jsonText(dutyRota()) }));

export const readDuty = readOnce((item: Item): DutyRota => readItem(dutyShape(), item).duty);

/** Undefined for a team that was disbanded. */
export const readTeam = readOnce((item: Item): Team | undefined => {
  const kept = readItem(teamShape(), item);
  return kept.disbanded === true ? undefined : kept.team;
});
