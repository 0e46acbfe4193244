import { identityMatches } from '../gates/identity-matches.ts';
import { notExpired } from '../gates/not-expired.ts';
import { notHeld } from '../gates/not-held.ts';
import { acceptable, matchesCertificate } from './arrival.ts';
import { because, reference } from './evidence.ts';
import { usualLadder } from './ladders.ts';
import type { StepDefinition } from './step.ts';

/** E15: a quarantined product is released by QA on the maker's written disposition, or goes back. */
export const resolveQuarantine: StepDefinition = {
  step: 'Resolve quarantine',
  phase: 'Receipt',
  role: 'qa',
  meaning: "I resolved the quarantine on the maker's written disposition.",
  decisions: {
    accepted: {
      kind: 'authorise',
      evidence: acceptable.extend({ dispositionReference: reference }),
      gates: [notHeld, identityMatches, notExpired],
      check: matchesCertificate,
    },
    remake: { kind: 'record', evidence: because, gates: [] },
    recollect: { kind: 'record', evidence: because, gates: [] },
    stopped: { kind: 'stop', evidence: because, gates: [] },
  },
  deadline: { kind: 'soft' },
  ladder: usualLadder('qa'),
};
