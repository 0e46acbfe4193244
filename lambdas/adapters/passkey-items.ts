import * as z from 'zod';
import { lazily } from '../domain/lazily.ts';
import { instant } from '../domain/time.ts';
import { readItem, readOnce } from './items.ts';

/** Who made sure that it was this person, before they were given a key: a named colleague, when and how (21 CFR 11.100(b)). */
export const identityCheck = lazily(() =>
  z.strictObject({ by: z.string().min(1), how: z.string().min(1).max(200), at: instant }),
);
export type IdentityCheck = z.infer<ReturnType<typeof identityCheck>>;

/** A passkey as kept. The private part never leaves the device of its owner. */
const passkey = lazily(() =>
  z.strictObject({
    signer: z.string(),
    credentialId: z.string(),
    /** COSE key, base64url, and the number of its algorithm. */
    publicKey: z.string(),
    alg: z.int(),
    counter: z.int().min(0),
    transports: z.array(z.string()),
    /** Model of the authenticator, where it says so. */
    aaguid: z.string(),
    /** Whether it can be on several devices, and whether it was when it was added. */
    deviceType: z.enum(['singleDevice', 'multiDevice']),
    backedUp: z.boolean(),
    enrolledAt: instant,
    lastUsedAt: instant.optional(),
    checked: identityCheck(),
    revoked: z.strictObject({ at: instant, by: z.string().min(1), why: z.string().min(1).max(500) }).optional(),
  }),
);
export type Passkey = z.infer<ReturnType<typeof passkey>>;
export type Revocation = NonNullable<Passkey['revoked']>;

const ticket = lazily(() =>
  z.strictObject({
    staff: z.string(),
    /** What its owner may set by it; a passkey where it does not say. */
    gives: z.enum(['passkey', 'pin']).optional(),
    checked: identityCheck(),
    expiresAt: instant,
    usedAt: instant.optional(),
  }),
);
export type Ticket = z.infer<ReturnType<typeof ticket>>;

export const readPasskey = readOnce((item) => readItem(passkey(), item));
export const readTicket = readOnce((item) => readItem(ticket(), item));
