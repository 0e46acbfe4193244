import { GetItemCommand } from '@aws-sdk/client-dynamodb';
import type { StaffDirectory, StaffMember, WithPinAge } from '../domain/ports.ts';
import { dutyAt } from '../domain/shifts/on-duty.ts';
import type { DutyRota } from '../domain/staff/duty-rota.ts';
import type { Role } from '../domain/vocabulary.ts';
import { calling } from './aws-errors.ts';
import { itemsAt } from './batch-get.ts';
import { type Item, type TableAccess, toKey } from './items.ts';
import { allItems } from './query.ts';
import { readDuty, readRota, readTeam } from './roster-items.ts';
import { type KeptStaff, readStaff } from './staff-items.ts';
import { BESIDE_PEOPLE, dutyKey, type RoleTie, rolePrefix, sitePk, staffKey, staffOfPointer } from './table-keys.ts';

/** Who the staff are, on DynamoDB, table Identities. */
export function dynamoStaffDirectory(access: TableAccess): StaffDirectory {
  /** Active staff of a site behind the pointers of a role. These are kept when a role is taken away; the member says what is true now. */
  const behind = async (
    pointers: readonly Item[],
    tie: RoleTie,
    site: string,
    role: Role,
  ): Promise<readonly StaffMember[]> => {
    const prefix = rolePrefix(tie, role);
    const ids = pointers
      .map(({ sk }) => sk?.S?.slice(prefix.length) ?? '')
      .filter((id) => !id.startsWith(BESIDE_PEOPLE));
    const found = await keptOf(access, ids);
    return found
      .map(({ member }) => member)
      .filter((member) => member.active && member.site === site && rolesOf(member, tie).includes(role));
  };
  const tied = async (tie: RoleTie, site: string, role: Role): Promise<readonly StaffMember[]> =>
    behind(await itemsUnder(access, site, rolePrefix(tie, role)), tie, site, role);
  return {
    holding: (site, role) => tied('ROLE', site, role),
    deputising: (site, role) => tied('DEPUTY', site, role),
    async roster(site, role) {
      const items = await itemsUnder(access, site, rolePrefix('ROLE', role));
      const rota = items.filter(isOf('ROTA')).map(readRota)[0];
      const teams = items.filter(isOf('TEAM')).flatMap((item) => readTeam(item) ?? []);
      return { holders: await behind(items, 'ROLE', site, role), ...(rota === undefined ? {} : { rota }), teams };
    },
    find: async (id) => (await keptStaff(access, id))?.member,
    async onDuty(site, times) {
      const written = await dutyRotaOf(access, site);
      const rota = written === undefined ? undefined : dutyAt(written, times);
      const ids = [...new Set(rota?.shifts.flatMap(({ who }) => who))];
      const found = await keptOf(access, ids);
      return { ...(rota === undefined ? {} : { rota }), people: found.map(({ member }) => member) };
    },
    findWithPinAge: (id) => keptStaff(access, id).then(withPinAge),
  };
}

/** Active staff of a site, whatever their roles. */
export async function staffOfSite(access: TableAccess, site: string): Promise<readonly StaffMember[]> {
  const pointers = await allItems(access.client, 'Find staff of a site', {
    TableName: access.table,
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: { ':pk': { S: sitePk(site) } },
  });
  const ids = new Set(pointers.flatMap(({ sk }) => staffOfPointer(sk?.S ?? '') ?? []));
  const found = await keptOf(access, [...ids]);
  return found.flatMap(({ member }) => (member.active && member.site === site ? [member] : []));
}

const withPinAge = (kept: KeptStaff | undefined): WithPinAge | undefined =>
  kept === undefined ? undefined : { member: kept.member, pinSetAt: kept.pinSetAt, sessionsFrom: kept.sessionsFrom };

/** Who is on site when; undefined where nobody has written it. */
export async function dutyRotaOf({ client, table }: TableAccess, site: string): Promise<DutyRota | undefined> {
  const { Item } = await calling('Find rota of shifts', () =>
    client.send(new GetItemCommand({ TableName: table, Key: toKey(dutyKey(site)), ConsistentRead: true })),
  );
  return Item === undefined ? undefined : readDuty(Item);
}

/** A member with what is kept of their PIN and their sessions. */
export async function keptStaff({ client, table }: TableAccess, id: string): Promise<KeptStaff | undefined> {
  const { Item } = await calling('Find staff', () =>
    client.send(new GetItemCommand({ TableName: table, Key: toKey(staffKey(id)), ConsistentRead: true })),
  );
  return Item === undefined ? undefined : readStaff(Item);
}

/** The same of many, a hundred in one request; who is not known is left out. */
const keptOf = async (access: TableAccess, ids: readonly string[]): Promise<readonly KeptStaff[]> =>
  (await itemsAt(access, 'Find staff', ids.map(staffKey), 'whole')).map(readStaff);

export const TIES: readonly RoleTie[] = ['ROLE', 'DEPUTY'];

export const rolesOf = ({ roles, deputises = [] }: StaffRoles, tie: RoleTie): readonly Role[] =>
  tie === 'ROLE' ? roles : deputises;

type StaffRoles = { readonly roles: readonly Role[]; readonly deputises?: readonly Role[] | undefined };

const isOf =
  (kind: 'ROTA' | 'TEAM') =>
  ({ entity }: Item): boolean =>
    entity?.S === kind;

/** What a site keeps under a prefix: pointers at people, and beside them rotas and teams. */
export const itemsUnder = ({ client, table }: TableAccess, site: string, prefix: string): Promise<Item[]> =>
  allItems(client, 'Find staff by role', {
    TableName: table,
    KeyConditionExpression: 'pk = :pk AND begins_with(sk, :role)',
    ExpressionAttributeValues: { ':pk': { S: sitePk(site) }, ':role': { S: prefix } },
    ConsistentRead: true,
  });
