import { GetItemCommand, PutItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { lazily } from '../domain/lazily.ts';
import type { AddressRecord } from '../domain/telling/proved-address.ts';
import { type Instant, instant } from '../domain/time.ts';
import { calling } from './aws-errors.ts';
import { type Item, readItem, type TableAccess, toItem, toKey } from './items.ts';
import { addressKey, addressTicketKey, type Key } from './table-keys.ts';

/** Confirms the address to which it was sent. */
const ticket = lazily(() => z.strictObject({ person: z.string(), mail: z.string(), expiresAt: instant }));
export type AddressTicket = z.infer<ReturnType<typeof ticket>>;

const known = z.strictObject({ mail: z.string(), at: instant });
const record = lazily(() =>
  z.strictObject({ asked: known.optional(), proved: known.optional(), bouncedAt: instant.optional() }),
);

/** What is known of the addresses of staff. Apart from the register: who writes here changes nobody's name, role or PIN. */
export interface Addresses {
  of(person: string): Promise<AddressRecord>;
  /** A test mail is being sent. */
  asked(hash: string, ticket: AddressTicket, at: Instant): Promise<void>;
  ticket(hash: string): Promise<AddressTicket | undefined>;
  /** Somebody read that mail. Repeating it is harmless. */
  proved(ticket: AddressTicket, at: Instant): Promise<void>;
  bounced(person: string, at: Instant): Promise<void>;
}

/** On DynamoDB, table Identities. */
export function dynamoAddresses({ client, table }: TableAccess): Addresses {
  const get = async (key: Key): Promise<Item | undefined> => {
    const { Item } = await calling('Read address', () =>
      client.send(new GetItemCommand({ TableName: table, Key: toKey(key), ConsistentRead: true })),
    );
    return Item;
  };
  const note = async (person: string, part: keyof AddressRecord, value: Item[string]): Promise<void> => {
    await calling('Note address', () =>
      client.send(
        new UpdateItemCommand({
          TableName: table,
          Key: toKey(addressKey(person)),
          UpdateExpression: `SET entity = :entity, ${part} = :value`,
          ExpressionAttributeValues: { ':entity': { S: 'ADDRESS' }, ':value': value },
        }),
      ),
    );
  };
  return {
    async of(person) {
      const item = await get(addressKey(person));
      return item === undefined ? {} : readItem(record(), item);
    },

    async asked(hash, given, at) {
      const Item = toItem({ ...addressTicketKey(hash), entity: 'ADDRESS_TICKET', ...given });
      await calling('Keep address ticket', () => client.send(new PutItemCommand({ TableName: table, Item })));
      await note(given.person, 'asked', { M: toItem({ mail: given.mail, at }) });
    },

    async ticket(hash) {
      const item = await get(addressTicketKey(hash));
      return item === undefined ? undefined : readItem(ticket(), item);
    },

    proved: ({ person, mail }, at) => note(person, 'proved', { M: toItem({ mail, at }) }),
    bounced: (person, at) => note(person, 'bouncedAt', { S: at }),
  };
}
