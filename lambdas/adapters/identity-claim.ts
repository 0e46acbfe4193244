import * as z from 'zod';
import type { Alongside } from '../domain/ports.ts';
import type { Instant } from '../domain/time.ts';
import { alongside } from './alongside.ts';
import { toItem, toKey } from './items.ts';
import { identifierKey, patientKey } from './table-keys.ts';

/** What a sender gave otherwise than it is known, until two people have read both. The newest takes the place of those before. */
export const identityClaim = z.strictObject({
  eventId: z.string(),
  sender: z.string(),
  at: z.string(),
  name: z.string().optional(),
  identifiers: z.array(z.strictObject({ system: z.string(), value: z.string() })),
  /** Under what the identifiers are found: whoever adopts them does not have the key. */
  hmacs: z.array(z.string()),
});
export type IdentityClaim = z.infer<typeof identityClaim>;

/** Keeps a claim with its patient. */
export const keepClaim = (table: string, pseudonym: string, claim: IdentityClaim): Alongside =>
  alongside({
    Update: {
      TableName: table,
      Key: toKey(patientKey(pseudonym)),
      UpdateExpression: 'SET claim = :claim, claimedBy = :event',
      ConditionExpression: 'attribute_exists(pk)',
      ExpressionAttributeValues: { ':claim': { M: toItem(claim) }, ':event': { S: claim.eventId } },
    },
  });

interface Known {
  readonly pseudonym: string;
  readonly name?: string | undefined;
  readonly formerNames?: readonly { readonly name: string; readonly until: string }[] | undefined;
  readonly identifiers: readonly { readonly system: string; readonly value: string }[];
}

/**
 * What was claimed is what is known from now on; the name before is kept. Holds while the claim is still the newest: what came since is
 * read by two people in its turn.
 */
export function adopt(table: string, known: Known, claim: IdentityClaim, at: Instant): readonly Alongside[] {
  const { pseudonym, formerNames = [], identifiers } = known;
  const isRenamed = claim.name !== undefined && known.name !== undefined && claim.name !== known.name;
  const former = isRenamed ? [...formerNames, { name: known.name ?? '', until: at }] : formerNames;
  const name = claim.name ?? known.name;
  const update = alongside({
    Update: {
      TableName: table,
      Key: toKey(patientKey(pseudonym)),
      UpdateExpression: `SET identifiers = :identifiers, formerNames = :former${name === undefined ? '' : ', #name = :name'} REMOVE claim, claimedBy`,
      ConditionExpression: 'claimedBy = :event',
      ...(name === undefined ? {} : { ExpressionAttributeNames: { '#name': 'name' } }),
      ExpressionAttributeValues: toItem({
        ':identifiers': [...identifiers, ...claim.identifiers],
        ':former': former,
        ':event': claim.eventId,
        ...(name === undefined ? {} : { ':name': name }),
      }),
    },
  });
  const pointers = claim.hmacs.map((hmac) =>
    alongside({
      Put: {
        TableName: table,
        Item: toItem({ ...identifierKey(hmac), entity: 'IDENTIFIER', pseudonym }),
        ConditionExpression: 'attribute_not_exists(pk) OR pseudonym = :same',
        ExpressionAttributeValues: { ':same': { S: pseudonym } },
      },
    }),
  );
  return [update, ...pointers];
}
