import * as z from 'zod';
import { type ChainOfIdentity, ISBT_128 } from '../identifiers/chain-of-identity.ts';
import { donationNumberSchema } from '../identifiers/donation-number.ts';
import { type DonationSequence, isOfDonation } from '../identifiers/donation-sequence.ts';
import { gs1Expiry } from '../identifiers/gs1-date.ts';
import { type Gs1Message, gs1Content } from '../identifiers/gs1-message.ts';
import type { IsbtStructure } from '../identifiers/isbt-structure.ts';
import { labelCodeSchema } from '../identifiers/label-fields.ts';
import { isForOthers } from '../identifiers/product-code.ts';
import { readScan } from '../identifiers/scan.ts';
import { donationNumberOf, secParts } from '../identifiers/sec.ts';
import { lazily } from '../lazily.ts';
import { reference } from '../steps/evidence.ts';

/** Codes scanned off the containers of a delivery: as many of each as its label bears. */
export const labelCodes = lazily(() =>
  z.array(z.strictObject({ container: reference, code: labelCodeSchema })).max(50),
);

/** What a code of a label can contradict. */
export const LABEL_FAULTS = [
  'label-batch',
  'label-expiry',
  'label-serial',
  'label-product',
  'label-donation',
  'label-chain-of-identity',
  'label-container',
] as const;
export type LabelFault = (typeof LABEL_FAULTS)[number];

/** What the journey knows of the product in front of the inspector. */
export interface Known {
  readonly chainOfIdentity: ChainOfIdentity | undefined;
  readonly donations: readonly string[];
  readonly batch: string | undefined;
  readonly containers: readonly string[];
  readonly expiresOn: string | undefined;
  /** How many trade items the product consists of at most: one for each component. */
  readonly items: number;
  /** The year of the inspection, from which the two digits of a GS1 year are read. */
  readonly year: number;
}

type Codes = z.infer<ReturnType<typeof labelCodes>>;

/** What the codes of a delivery contradict in what the journey knows, each once; what a code does not say is no fault. */
export function labelFaults(codes: Codes, known: Known): readonly LabelFault[] {
  const items = new Map<string, Set<string>>();
  const serials = new Map<string, string>();
  const faults = codes.flatMap(({ container, code }): readonly LabelFault[] => {
    const own: LabelFault[] = known.containers.includes(container) ? [] : ['label-container'];
    const read = readScan(code);
    if (!read.ok) return own;
    const scan = read.value;
    if (scan.kind === 'isbt-message') return [...own, ...scan.structures.flatMap((one) => isbtFaults(one, known))];
    if (scan.kind === 'donation-sequence') return [...own, ...ofDonation(isOurs(scan.sequence, known))];
    const gtin = scan.kind === 'gtin' ? scan.gtin : scan.kind === 'gs1' ? gs1Content(scan.message, '01') : undefined;
    if (gtin !== undefined) items.set(container, (items.get(container) ?? new Set()).add(gtin));
    if (scan.kind === 'gtin') return own;
    if (scan.kind !== 'gs1') return [...own, ...isbtFaults(scan, known)];
    const serial = gs1Content(scan.message, '21');
    const key = JSON.stringify([gtin, serial]);
    if (serial !== undefined && (serials.get(key) ?? container) !== container) own.push('label-serial');
    serials.set(key, container);
    return [...own, ...gs1Faults(scan.message, known)];
  });
  const kinds = new Set([...items.values()].flatMap((one) => [...one]));
  const mixed = kinds.size > known.items || [...items.values()].some(({ size }) => size > 1);
  return [...new Set([...faults, ...(mixed ? (['label-product'] as const) : [])])];
}

function gs1Faults(message: Gs1Message, { batch, expiresOn, year }: Known): readonly LabelFault[] {
  const labelled = gs1Content(message, '10');
  const expiry = gs1Expiry(message, year);
  const wholeMonth = gs1Content(message, '7003') === undefined && gs1Content(message, '17')?.endsWith('00') === true;
  const length = wholeMonth ? 'yyyy-mm'.length : 'yyyy-mm-dd'.length;
  const agrees = expiry.ok && (expiry.value === undefined || sameStart(expiry.value.day, expiresOn, length));
  return [...(labelled === undefined || labelled === batch ? [] : (['label-batch'] as const)), ...ofExpiry(agrees)];
}

function isbtFaults(structure: IsbtStructure, known: Known): readonly LabelFault[] {
  switch (structure.kind) {
    case 'din':
      return ofDonation(known.donations.includes(structure.number));
    case 'chain-of-identity': {
      // One of another scheme says nothing about a code of ISBT 128.
      const { scheme, value } = known.chainOfIdentity ?? {};
      return scheme !== ISBT_128 || value === structure.value ? [] : ['label-chain-of-identity'];
    }
    case 'expiry':
      return ofExpiry(structure.at.zone !== undefined || structure.at.day === known.expiresOn);
    case 'expiry-month':
      return ofExpiry(sameStart(structure.month, known.expiresOn, 'yyyy-mm'.length));
    case 'product-code':
      return isForOthers(structure.code) ? ['label-product'] : [];
    case 'sec': {
      const { expiresOn } = secParts(structure.code);
      const donation = donationNumberOf(structure.code);
      return [
        ...ofDonation(!donation.ok || known.donations.includes(donation.value)),
        ...ofExpiry(expiresOn === null || expiresOn === known.expiresOn),
      ];
    }
    default:
      return [];
  }
}

const ofDonation = (agrees: boolean): readonly LabelFault[] => (agrees ? [] : ['label-donation']);
const ofExpiry = (agrees: boolean): readonly LabelFault[] => (agrees ? [] : ['label-expiry']);
const sameStart = (one: string, other: string | undefined, length: number): boolean =>
  one.slice(0, length) === other?.slice(0, length);
const isOurs = (sequence: DonationSequence, { donations }: Known): boolean =>
  donations.some((donation) => isOfDonation(sequence, donationNumberSchema.parse(donation)));
