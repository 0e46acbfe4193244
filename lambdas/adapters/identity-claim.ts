import * as z from 'zod';
import { lazily } from '../domain/lazily.ts';
import type { Alongside } from '../domain/ports.ts';
import type { Instant } from '../domain/time.ts';
import { alongside } from './alongside.ts';
import { toItem, toKey } from './items.ts';
import { identifierKey, patientKey } from './table-keys.ts';

/**
 * What a sender gave otherwise than it is known, until two people of the journey it was about have read both. There the newest takes
 * the place of those before; what waits in another journey of the same patient stays.
 */
export const identityClaim = lazily(() =>
  z.strictObject({
    eventId: z.string(),
    sender: z.string(),
    at: z.string(),
    name: z.string().optional(),
    identifiers: z.array(z.strictObject({ system: z.string(), value: z.string() })),
    /** Under what the identifiers are found: whoever adopts them does not have the key. */
    hmacs: z.array(z.string()),
  }),
);
export type IdentityClaim = z.infer<ReturnType<typeof identityClaim>>;

/** Attributes of a patient that hold the claims, one for each journey: each is written by itself, whatever waits beside it. */
export const CLAIM = 'claim_';

/** Keeps a claim with its patient. */
export const keepClaim = (table: string, pseudonym: string, journeyId: string, claim: IdentityClaim): Alongside =>
  alongside({
    Update: {
      TableName: table,
      Key: toKey(patientKey(pseudonym)),
      UpdateExpression: `SET ${CLAIM}${journeyId} = :claim`,
      ConditionExpression: 'attribute_exists(pk)',
      ExpressionAttributeValues: { ':claim': { M: toItem(claim) } },
    },
  });

interface Known {
  readonly pseudonym: string;
  readonly name?: string | undefined;
  readonly formerNames?: readonly { readonly name: string; readonly until: string }[] | undefined;
  readonly identifiers: readonly { readonly system: string; readonly value: string }[];
}

/**
 * What was claimed in a journey is what is known from now on; the name before is kept. Holds while the claim is still the newest there (what
 * came since is read by two people in its turn), and what was known is still as it was read.
 */
export function adopt(
  table: string,
  known: Known,
  { journeyId, claim, at }: { readonly journeyId: string; readonly claim: IdentityClaim; readonly at: Instant },
): readonly Alongside[] {
  const { pseudonym, formerNames = [], identifiers } = known;
  const isRenamed = claim.name !== undefined && known.name !== undefined && claim.name !== known.name;
  const former = isRenamed ? [...formerNames, { name: known.name ?? '', until: at }] : formerNames;
  const name = claim.name ?? known.name;
  const isNew = ({ system, value }: Known['identifiers'][number]): boolean =>
    !identifiers.some((one) => one.system === system && one.value === value);
  const update = alongside({
    Update: {
      TableName: table,
      Key: toKey(patientKey(pseudonym)),
      UpdateExpression: `SET identifiers = :identifiers, formerNames = :former${name === undefined ? '' : ', #name = :name'} REMOVE ${CLAIM}${journeyId}`,
      ConditionExpression: [
        `${CLAIM}${journeyId}.eventId = :event`,
        'identifiers = :identifiersRead',
        known.name === undefined ? 'attribute_not_exists(#name)' : '#name = :nameRead',
        known.formerNames === undefined ? 'attribute_not_exists(formerNames)' : 'formerNames = :formerRead',
      ].join(' AND '),
      ExpressionAttributeNames: { '#name': 'name' },
      ExpressionAttributeValues: toItem({
        ':identifiers': [...identifiers, ...claim.identifiers.filter(isNew)],
        ':former': former,
        ':event': claim.eventId,
        ':name': name,
        ':identifiersRead': identifiers,
        ':nameRead': known.name,
        ':formerRead': known.formerNames,
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
