import * as z from 'zod';
import { lazily } from '../domain/lazily.ts';
import type { Alongside } from '../domain/ports.ts';
import { MIRRORED, type Mirrored } from '../domain/registers/mirrors.ts';
import { instant } from '../domain/time.ts';
import { alongside } from './alongside.ts';
import { readItem, type TableAccess, toItem } from './items.ts';
import { allItems } from './query.ts';
import { mirrorItemKey, mirrorPk } from './table-keys.ts';

/** The newest export of a register that came, and what became of it. */
const delivery = lazily(() =>
  z.strictObject({
    site: z.string(),
    register: z.enum(MIRRORED),
    /** When it was put there; what it says is known as of then. */
    cameAt: instant,
    sha256: z.string(),
    rows: z.int().min(0),
    /** All of its rows, or none. */
    outcome: z.enum(['taken', 'refused']),
  }),
);
export type Delivery = z.infer<ReturnType<typeof delivery>>;

export interface Deliveries {
  /** The newest of each register of a site. */
  of(site: string): Promise<ReadonlyMap<Mirrored, Delivery>>;
  /** Written only if none that came later is known, nor the same. */
  keep(newest: Delivery): Alongside;
}

/** What came from other systems by itself, on DynamoDB, table Journeys: one item for each site and register. */
export const dynamoMirrors = ({ client, table }: TableAccess): Deliveries => ({
  async of(site) {
    const items = await allItems(client, 'Read mirrors', {
      TableName: table,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': { S: mirrorPk(site) } },
      ConsistentRead: true,
    });
    const found = items.map((item) => readItem(delivery(), item));
    return new Map(found.map((one) => [one.register, one]));
  },

  keep: (newest) =>
    alongside({
      Put: {
        TableName: table,
        Item: toItem({ ...mirrorItemKey(newest.site, newest.register), entity: 'MIRROR', ...newest }),
        ConditionExpression: 'attribute_not_exists(pk) OR cameAt < :cameAt OR (cameAt = :cameAt AND sha256 <> :sha256)',
        ExpressionAttributeValues: { ':cameAt': { S: newest.cameAt }, ':sha256': { S: newest.sha256 } },
      },
    }),
});
