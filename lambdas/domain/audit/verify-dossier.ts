import * as z from 'zod';
import type { Release } from '../events/envelope.ts';
import { type JourneyEvent, parseEvent } from '../events/journey-event.ts';
import { CorruptionFault } from '../faults.ts';
import { fold } from '../journey/apply.ts';
import { genealogyOf } from '../journey/genealogy.ts';
import type { JourneyState } from '../journey/state.ts';
import { protocolSchema } from '../protocol/schema.ts';
import { NO_PRODUCT } from '../quality/no-product.ts';
import { type ChainVerdict, verifyChain } from './chain.ts';
import { correctionsIn } from './correction-lines.ts';
import { dossierShape } from './dossier.ts';
import type { Finding, FindingKind } from './finding.ts';
import { canonicalText, hashOf } from './hash.ts';
import { leftOpen } from './left-open.ts';
import { checkSigners } from './signed-by-whom.ts';
import { checkSignedContent } from './signed-content.ts';

export interface DossierVerdict {
  /** True when nothing was found. What could not be checked is in `notes`. */
  readonly verified: boolean;
  readonly journeyId: string | null;
  readonly events: number;
  /** Hash of the last event: keep it elsewhere, to compare a later dossier with it. Null when the chain is broken. */
  readonly head: string | null;
  /** Signatures whose content was computed anew and hashes to what was signed. */
  readonly signaturesRecomputed: number;
  readonly findings: readonly Finding[];
  readonly notes: readonly string[];
}

export interface VerifyOptions {
  /** The release that verifies: what another wrote may have been shown by other code. */
  readonly release: Release;
  /** Hash of an event, kept elsewhere: lower-case hex. */
  readonly head?: string;
}

/** Checks everything a dossier claims, from nothing but itself and a head kept elsewhere. Never throws for its content. */
export function verifyDossier(given: unknown, { release, head }: VerifyOptions): DossierVerdict {
  const parsed = dossierShape().safeParse(given);
  if (!parsed.success) return unreadable([found('shape', `Dossier: ${z.prettifyError(parsed.error)}`)]);
  const dossier = parsed.data;
  const read = readEvents(dossier.events);
  if (!read.ok) return { ...unreadable([read.finding]), journeyId: dossier.journeyId };
  const { events } = read;
  const chain = verifyChain(events);
  const signed = checkSigned(events, dossier.protocol, release);
  const signers = checkSigners(events, release);
  const kept = compareKeptHead(events, head);
  const state = fold(events);
  const own = ownVerification(chain, dossier.verification);
  const findings = [
    ...beginning(events),
    ...otherJourneys(dossier.journeyId, events),
    ...(chain.verified ? [] : [found('chain', chain.why, chain.brokenAt)]),
    ...own,
    // Made of other events than these, it must differ: that is found already.
    ...(own.length > 0 ? [] : derived(state, dossier)),
    ...kept.findings,
    ...pinnedProtocol(events, dossier.protocol),
    ...(state?.anomalies ?? []).map(({ seq, why }) => found('anomaly', why, seq)),
    ...signed.findings,
    ...signers.findings,
  ];
  return {
    verified: findings.length === 0,
    journeyId: dossier.journeyId,
    events: events.length,
    head: chain.verified ? chain.head : null,
    signaturesRecomputed: signed.recomputed,
    findings,
    notes: [
      ...signed.notes,
      ...signers.notes,
      ...(state === undefined ? [] : leftOpen(state)),
      ...kept.notes,
      NOT_CHECKED,
    ],
  };
}

/** Said of every dossier: nobody shall read more into its verdict. */
const NOT_CHECKED =
  'Not checked: whether gates were open and rules kept when something was signed, beyond the deviations that the log itself opened; whether the people hold the roles in which they signed, stood in for or acted in the place of others, were competent, and were who they said, which stands in the register of staff; whether what was stated is what happened; attachments and paper.';

const found = (kind: FindingKind, message: string, seq?: number): Finding =>
  seq === undefined ? { kind, message } : { kind, seq, message };

const unreadable = (findings: readonly Finding[]): DossierVerdict => ({
  verified: false,
  journeyId: null,
  events: 0,
  head: null,
  signaturesRecomputed: 0,
  findings,
  notes: [],
});

/** The events of a dossier that can be read as a whole; none of one that cannot, which `verifyDossier` says. */
export function eventsOf(given: unknown): readonly JourneyEvent[] {
  const parsed = dossierShape().safeParse(given);
  const read = parsed.success ? readEvents(parsed.data.events) : undefined;
  return read?.ok ? read.events : [];
}

function readEvents(
  stored: readonly unknown[],
): { readonly ok: true; readonly events: readonly JourneyEvent[] } | { readonly ok: false; readonly finding: Finding } {
  const events: JourneyEvent[] = [];
  for (const [index, one] of stored.entries()) {
    try {
      events.push(parseEvent(one));
    } catch (error) {
      if (!(error instanceof CorruptionFault)) throw error;
      return { ok: false, finding: found('event', error.message, index + 1) };
    }
  }
  return { ok: true, events };
}

function beginning([first]: readonly JourneyEvent[]): readonly Finding[] {
  if (first?.type === 'journey.opened' || first?.type === 'case.opened') return [];
  return [found('beginning', `Events: expected journey.opened or case.opened first, got ${first?.type ?? 'no event'}`)];
}

function otherJourneys(journeyId: string, events: readonly JourneyEvent[]): readonly Finding[] {
  const other = events.find((event) => event.journeyId !== journeyId);
  if (other === undefined) return [];
  const message = `Event: expected journey ${journeyId} as the dossier says, got ${other.journeyId}`;
  return [found('other-journey', message, other.seq)];
}

/** The verdict the dossier was handed out with must be the one its events give now. */
function ownVerification(chain: ChainVerdict, own: ChainVerdict): readonly Finding[] {
  const said = (verdict: ChainVerdict): string =>
    `${verdict.events} events, ${verdict.verified ? `head ${verdict.head}` : `broken at ${verdict.brokenAt}`}`;
  return said(chain) === said(own)
    ? []
    : [found('own-verification', `Dossier: its own verification says ${said(own)}; its events give ${said(chain)}`)];
}

/** What of a dossier follows from its events must be what they give; of a later form it cannot be compared. */
const derived = (state: JourneyState | undefined, { genealogy, corrections }: Derived): readonly Finding[] =>
  state === undefined
    ? []
    : [
        ...differing('genealogy', genealogy, genealogyOf(state)),
        ...differing('corrections', corrections, correctionsIn(state) ?? { schemaVersion: 1 }),
      ];

type Form = { readonly schemaVersion: number };

interface Derived {
  readonly genealogy?: Form | undefined;
  readonly corrections?: Form | undefined;
}

const differing = (kind: 'genealogy' | 'corrections', own: Form | undefined, expected: Form): readonly Finding[] =>
  own === undefined || own.schemaVersion !== expected.schemaVersion || canonicalText(own) === canonicalText(expected)
    ? []
    : [found(kind, `Dossier: its ${kind} ${kind === 'genealogy' ? 'is' : 'are'} not what follows from its events`)];

/** A head kept at an earlier time is found inside the chain: then everything up to it is as it was. */
function compareKeptHead(
  events: readonly JourneyEvent[],
  head: string | undefined,
): { readonly findings: readonly Finding[]; readonly notes: readonly string[] } {
  const limits =
    'Events cut off the end, or a chain written anew as a whole, are only excluded against a head kept elsewhere';
  if (head === undefined) return { findings: [], notes: [`${limits}: none was given (--head HASH).`] };
  const kept = events.find(({ hash }) => hash === head);
  if (kept === undefined) {
    const message = `Head kept elsewhere: expected an event with hash ${head}, got none among ${events.length} events: the end was cut off, or the chain was written anew`;
    return { findings: [found('kept-head', message)], notes: [] };
  }
  return kept.seq === events.length
    ? { findings: [], notes: ['The last event is the head kept elsewhere: nothing was cut off before it.'] }
    : {
        findings: [],
        notes: [
          `The head kept elsewhere is event ${kept.seq} of ${events.length}: nothing was cut off before it. ${limits}: what follows has none.`,
        ],
      };
}

function pinnedProtocol([first]: readonly JourneyEvent[], protocol: unknown): readonly Finding[] {
  if (first?.type !== 'journey.opened') return [];
  const { sha256 } = first.data.protocol;
  const hash = hashOf(protocol);
  return hash === sha256
    ? []
    : [found('protocol', `Protocol: expected the one pinned at order, SHA-256 ${sha256}, got ${hash}`, first.seq)];
}

function checkSigned(events: readonly JourneyEvent[], protocol: unknown, release: Release) {
  if (events[0]?.type === 'case.opened') return checkSignedContent(events, NO_PRODUCT, release);
  const parsed = protocolSchema.safeParse(protocol);
  if (parsed.success) return checkSignedContent(events, parsed.data, release);
  const note = 'Not checkable: this release cannot read the protocol, so nothing that was signed was computed anew.';
  return { recomputed: 0, findings: [], notes: [note] };
}
