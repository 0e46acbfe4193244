import { GetItemCommand, type TransactWriteItem } from '@aws-sdk/client-dynamodb';
import { Fault } from '../domain/faults.ts';
import type { Alongside } from '../domain/ports.ts';
import type { StaffChange } from '../domain/staff/staff-change.ts';
import type { Instant } from '../domain/time.ts';
import { alongside } from './alongside.ts';
import { calling } from './aws-errors.ts';
import { type Item, type TableAccess, toItem, toKey } from './items.ts';
import { type Passkey, type Revocation, readPasskey, readTicket, type Ticket } from './passkey-items.ts';
import { allItems } from './query.ts';
import { changeWrites } from './staff-changes.ts';
import { type Key, PASSKEYS_FROM, passkeyKey, staffKey, ticketKey } from './table-keys.ts';
import { giveTicket, shownOfHash, useTicket } from './ticket-items.ts';
import { transact } from './transact.ts';

/** A sort key holds 1024 bytes; authenticators make ids of 16 to 200 characters. */
const LONGEST_ID = 900;
const MOST_TRIES = 20;

/** Passkeys of staff, and the tickets by which they are added. */
export interface PasskeyRegister {
  /** All of a person, revoked ones too. */
  of(signer: string): Promise<readonly Passkey[]>;
  find(signer: string, credentialId: string): Promise<Passkey | undefined>;
  /** Counter and last use, written with what was signed: fails when the key was used or revoked since it was read. */
  used(key: Passkey, counter: number, at: Instant): Alongside;
  /** The same by itself, where nothing was signed. */
  use(key: Passkey, counter: number, at: Instant): Promise<'done' | 'conflict'>;
  revoke(signer: string, credentialId: string, revocation: Revocation): Promise<'done' | 'not-found'>;
  putTicket(hash: string, ticket: Ticket): Promise<void>;
  ticket(hash: string): Promise<Ticket | undefined>;
  /** Adds a key and uses up the ticket, or neither. */
  enrol(key: Passkey, ticketHash: string): Promise<'done' | 'conflict'>;
}

/** Passkeys on DynamoDB, table Identities. */
export function dynamoPasskeys({ client, table }: TableAccess, jitter: () => number): PasskeyRegister {
  const get = async (key: Key): Promise<Item | undefined> => {
    const { Item } = await calling('Find passkey', () =>
      client.send(new GetItemCommand({ TableName: table, Key: toKey(key), ConsistentRead: true })),
    );
    return Item;
  };
  const useOf = ({ signer, credentialId, counter: seen }: Passkey, counter: number, at: Instant) => ({
    TableName: table,
    Key: toKey(passkeyKey(signer, credentialId)),
    UpdateExpression: 'SET #counter = :counter, lastUsedAt = :at',
    ConditionExpression: '#counter = :seen AND attribute_not_exists(revoked)',
    ExpressionAttributeNames: { '#counter': 'counter' },
    ExpressionAttributeValues: {
      ':counter': { N: String(counter) },
      ':seen': { N: String(seen) },
      ':at': { S: at },
    },
  });
  return {
    async of(signer) {
      const items = await allItems(client, 'Find passkeys', {
        TableName: table,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :keys)',
        ExpressionAttributeValues: { ':pk': { S: staffKey(signer).pk }, ':keys': { S: PASSKEYS_FROM } },
        ConsistentRead: true,
      });
      return items.map(readPasskey);
    },

    async find(signer, credentialId) {
      const item = credentialId.length > LONGEST_ID ? undefined : await get(passkeyKey(signer, credentialId));
      return item === undefined ? undefined : readPasskey(item);
    },

    used: (key, counter, at) => alongside({ Update: useOf(key, counter, at) }),

    use: (key, counter, at) => transact(client, 'Use passkey', [{ Update: useOf(key, counter, at) }], jitter),

    async revoke(signer, credentialId, revocation) {
      const { at, by, why } = revocation;
      const change = { what: 'key-revoked', at, by, why, fields: [{ field: 'key', from: credentialId }] } as const;
      const items: readonly TransactWriteItem[] = [
        {
          Update: {
            TableName: table,
            Key: toKey(passkeyKey(signer, credentialId)),
            UpdateExpression: 'SET revoked = :revoked',
            ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(revoked)',
            ExpressionAttributeValues: { ':revoked': { M: toItem(revocation) } },
          },
        },
        // Also of somebody who left meanwhile.
        ...changeWrites(table, signer, change, {
          condition: 'attribute_exists(pk)',
          set: { sessionsFrom: { S: at } },
        }),
      ];
      // Somebody who signs at this moment writes the same items; a lost key is revoked all the same.
      for (let tries = 1; tries <= MOST_TRIES; tries += 1) {
        const key = credentialId.length > LONGEST_ID ? undefined : await get(passkeyKey(signer, credentialId));
        if (key === undefined || readPasskey(key).revoked !== undefined) return 'not-found';
        if ((await transact(client, 'Revoke passkey', items, jitter)) === 'done') return 'done';
      }
      throw new Fault(`Passkey of ${signer}: not revoked, ${MOST_TRIES} times written by others meanwhile. Try again.`);
    },

    async putTicket(hash, ticket) {
      const { by, how } = ticket.checked;
      const items = giveTicket(table, hash, ticket, { what: 'ticket-given', by, why: `identity checked: ${how}` });
      if ((await transact(client, 'Keep ticket', items, jitter)) === 'done') return;
      throw new Fault(`Ticket for ${ticket.staff}: expected somebody in the register who has not left.`);
    },

    async ticket(hash) {
      const item = await get(ticketKey(hash));
      return item === undefined ? undefined : readTicket(item);
    },

    enrol: (key, ticketHash) =>
      transact(
        client,
        'Add passkey',
        [
          {
            Put: {
              TableName: table,
              Item: toItem({ ...passkeyKey(key.signer, key.credentialId), entity: 'KEY', ...key }),
              ConditionExpression: 'attribute_not_exists(pk)',
            },
          },
          useTicket(table, ticketHash, key.enrolledAt),
          ...changeWrites(table, key.signer, addedKey(key, ticketHash)),
        ],
        jitter,
      ),
  };
}

const addedKey = ({ signer, credentialId, enrolledAt, checked }: Passkey, ticketHash: string): StaffChange => ({
  what: 'key-added',
  at: enrolledAt,
  by: signer,
  why: `identity checked by ${checked.by}: ${checked.how}`,
  fields: [
    { field: 'key', to: credentialId },
    { field: 'ticket', from: shownOfHash(ticketHash) },
  ],
});
