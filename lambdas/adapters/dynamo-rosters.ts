import { GetItemCommand, type TransactWriteItem } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { canonicalText } from '../domain/audit/hash.ts';
import { type Curricula, curricula as curriculaOfSite } from '../domain/competence/curricula.ts';
import { TransientFault } from '../domain/faults.ts';
import type { DutyRota } from '../domain/staff/duty-rota.ts';
import type { Rota } from '../domain/staff/rota.ts';
import type { Team } from '../domain/staff/team.ts';
import type { Instant } from '../domain/time.ts';
import { calling } from './aws-errors.ts';
import { itemsUnder } from './dynamo-staff-directory.ts';
import { jsonText, readItem, type TableAccess, toItem, toKey } from './items.ts';
import { readRota } from './roster-items.ts';
import { curriculaKey, dutyKey, type Key, rosterRecordKey, rotaKey, teamKey } from './table-keys.ts';
import { jitterFrom, transact } from './transact.ts';

const curriculaShape = z.strictObject({
  curricula: jsonText(curriculaOfSite),
  writtenBy: z.string(),
  writtenAt: z.string(),
});

/** Who is on call, and who shares a mailbox: what a site keeps beside its people. */
export interface Rosters {
  /** Puts a rota in the place of the one before, which stays in a record of its own. */
  putRota(rota: Rota): Promise<void>;
  /** The same of who is on site, whatever their roles. */
  putDutyRota(rota: DutyRota): Promise<void>;
  /** What roles and units are trained for, in the place of what was before. */
  putCurricula(
    site: string,
    curricula: Curricula,
    written: { readonly by: string; readonly at: Instant },
  ): Promise<void>;
  /** As they were written last; undefined where the site has none. */
  curricula(site: string): Promise<Curricula | undefined>;
  /** Adds or replaces a team, or disbands it. */
  putTeam(
    team: Team,
    written: { readonly by: string; readonly at: Instant; readonly disbanded?: boolean },
  ): Promise<void>;
}

/** Rotas and teams on DynamoDB, table Identities, where a role is looked up anyway. */
export function dynamoRosters(access: TableAccess & { randomBytes(count: number): Uint8Array }): Rosters {
  const { client, table, randomBytes } = access;
  const put = (key: Key, entity: string, value: object, isFirst = false): TransactWriteItem => ({
    Put: {
      TableName: table,
      Item: toItem({ ...key, entity, ...value }),
      ...(isFirst ? { ConditionExpression: 'attribute_not_exists(pk)' } : {}),
    },
  });
  /** In force, and as a record that nothing changes. */
  async function write(what: string, site: string, at: Instant, item: TransactWriteItem, value: object): Promise<void> {
    const record = put(rosterRecordKey(site, what, at), 'ROSTER', value, true);
    if ((await transact(client, `Keep ${what}`, [item, record], jitterFrom(randomBytes))) === 'done') return;
    throw new TransientFault(`Keep ${what}: it was written at this very time; try again`);
  }

  return {
    putRota: (rota) => {
      const value = { rota: canonicalText(rota) };
      const { site, role, writtenAt } = rota;
      return write(`rota of ${role}`, site, writtenAt, put(rotaKey(site, role), 'ROTA', value), value);
    },
    putDutyRota: (rota) => {
      const value = { duty: canonicalText(rota) };
      const { site, writtenAt } = rota;
      return write('rota of shifts', site, writtenAt, put(dutyKey(site), 'DUTY', value), value);
    },
    putCurricula: (site, curricula, { by, at }) => {
      const value = { curricula: canonicalText(curricula), writtenBy: by, writtenAt: at };
      return write('curricula', site, at, put(curriculaKey(site), 'CURRICULA', value), value);
    },
    async curricula(site) {
      const { Item } = await calling('Find curricula', () =>
        client.send(new GetItemCommand({ TableName: table, Key: toKey(curriculaKey(site)), ConsistentRead: true })),
      );
      return Item === undefined ? undefined : readItem(curriculaShape, Item).curricula;
    },
    putTeam: (team, { by, at, disbanded }) => {
      const value = { team, writtenBy: by, writtenAt: at, ...(disbanded === true ? { disbanded } : {}) };
      const { site, role, id } = team;
      return write(`team ${id}`, site, at, put(teamKey(site, role, id), 'TEAM', value), value);
    },
  };
}

/** Every rota of a site; for who looks daily whether somebody is always on call. */
export const rotasOf = async (access: TableAccess, site: string): Promise<readonly Rota[]> =>
  (await itemsUnder(access, site, 'ROLE#')).filter(({ entity }) => entity?.S === 'ROTA').map(readRota);
