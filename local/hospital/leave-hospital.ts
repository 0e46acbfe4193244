import { DeleteItemCommand, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { toKey } from '../../lambdas/adapters/items.ts';
import { curriculaKey, dutyKey, readinessKey, rotaKey, staffKey } from '../../lambdas/adapters/table-keys.ts';
import { ROLES } from '../../lambdas/domain/vocabulary.ts';
import { accessTo, type Place, tableOf } from '../scenario/place.ts';
import { hospitalSites } from './hospital-files.ts';
import { hospitalPeople } from './hospital-people.ts';

/**
 * Takes rotas, curricula, and how the registers and the competence of its people stand, out of a stack in which nobody is treated any more: in the
 * years of follow-up no gate asks for them, and what nobody there keeps up would be told of as lapsed for fifteen years. What was recorded
 * stays.
 */
export async function leaveHospital(place: Place): Promise<void> {
  const { client, table } = accessTo(place);
  for (const { site } of hospitalSites()) {
    const readiness = { TableName: tableOf(place, 'Journeys'), Key: toKey(readinessKey(site)) };
    await client.send(new DeleteItemCommand(readiness));
    const written = [dutyKey(site), curriculaKey(site), ...ROLES.map((role) => rotaKey(site, role))];
    for (const key of written) await client.send(new DeleteItemCommand({ TableName: table, Key: toKey(key) }));
  }
  for (const { id } of hospitalPeople()) {
    const { Item } = await client.send(new GetItemCommand({ TableName: table, Key: toKey(staffKey(id)) }));
    if (Item?.competence === undefined) continue;
    const { competence, ...others } = Item;
    await client.send(new PutItemCommand({ TableName: table, Item: others }));
  }
}
