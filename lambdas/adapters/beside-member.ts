import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import { canonicalText } from '../domain/audit/hash.ts';
import { Fault } from '../domain/faults.ts';
import type { StaffMember } from '../domain/ports.ts';
import { keptStaff } from './dynamo-staff-directory.ts';
import { type TableAccess, toKey } from './items.ts';
import { staffKey } from './table-keys.ts';

/** What is kept beside the entry of a member of staff, by other hands than theirs who keep the entry. */
type Beside = 'calendar' | 'competence';

/** Changes it, on condition that it is still what was read. Throws a Fault when nobody has the id. */
export async function changeBeside<What extends Beside>(
  access: TableAccess,
  id: string,
  what: What,
  change: (before: StaffMember[What]) => NonNullable<StaffMember[What]>,
): Promise<TransactWriteItem> {
  const staff = await keptStaff(access, id);
  if (staff === undefined) throw new Fault(`Register: ${what} of ${id}: expected a member of staff, got none`);
  const before = staff[what];
  return {
    Update: {
      TableName: access.table,
      Key: toKey(staffKey(id)),
      UpdateExpression: 'SET #what = :after',
      ConditionExpression:
        before === undefined ? 'attribute_exists(pk) AND attribute_not_exists(#what)' : '#what = :before',
      ExpressionAttributeNames: { '#what': what },
      ExpressionAttributeValues: {
        ':after': { S: canonicalText(change(staff.member[what])) },
        ...(before === undefined ? {} : { ':before': { S: before } }),
      },
    },
  };
}
