import { expect, test } from 'vitest';
import { nonce } from '../../lambdas/adapters/link-token.ts';
import { STRICTEST_POLICY } from '../../lambdas/domain/journey/site-policy.ts';
import type { Submission } from '../../lambdas/domain/sign-off/submission.ts';
import { intentFor } from '../../lambdas/sign-off/intent.ts';
import { evidenceOf } from '../support/evidence.ts';
import { Walk } from '../support/walk.ts';

const board = { members: ['chair', 'vice', 'tom'], chairs: ['chair', 'vice'], quorum: 2 };

interface Told {
  readonly assignedTo: string;
  readonly boardPresent: string[];
}

/** What somebody is to sign who found the patient eligible, before they proved who they are. */
function askedOf(
  signer: string,
  { assignedTo, boardPresent = ['chair', 'tom'], ...more }: Partial<Submission> & Partial<Told>,
) {
  const walk = new Walk({ policy: { ...STRICTEST_POLICY, board } });
  const { journey } = walk;
  const { phase, round, step: name } = walk.to('Confirm eligibility');
  const ref = { phase, round, step: name };
  if (assignedTo !== undefined) walk.command('reassign', { ...ref, to: assignedTo });
  const { state, events, bindings, protocol, now } = journey;
  const step = journey.step(name);
  const stored = { events, state, head: events.at(-1)?.hash ?? '', revision: events.length, bindings };
  const opened = { hash: 'link', nonceKey: 'key', expiresAt: now, ref, stored, step, protocol };
  const evidence = { ...evidenceOf(step, 'eligible', journey), boardPresent };
  const deps = { now: () => now, release: { version: '0.1.0', commit: 'test' } };
  const submission = {
    signer,
    contentHash: journey.show(step).contentHash,
    nonce: nonce('key', 'link', step.version, now),
    decision: 'eligible',
    evidence: evidence as Submission['evidence'],
    ...more,
  };
  return intentFor(deps, opened, submission, { entered: [], readiness: undefined });
}

test.each([
  ['where a board decides', {}],
  ['where it was given to a chair', { assignedTo: 'vice' }],
  ['where it was given to somebody who is no chair', { assignedTo: 'tom' }],
  ['in the place of a chair', { onBehalfOf: 'chair' }],
  ['from paper', { paper: { doneBy: 'nobody', reference: 'folder 7' }, occurredAt: '2026-11-23T09:00:00.000Z' }],
])('what is to be signed is said to whoever asks, %s', (_, more) => {
  for (const signer of ['chair', 'tom', 'nobody']) {
    expect(askedOf(signer, more)).toMatchObject({ ok: true, value: { intent: { signer, decision: 'eligible' } } });
  }
});

test('what is not about a person is refused before anybody signs: a meeting without a quorum', () => {
  expect(askedOf('chair', { boardPresent: ['chair'] })).toMatchObject({
    ok: false,
    refusal: { detail: { problem: 'no-quorum' } },
  });
});
