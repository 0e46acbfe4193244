import { expect, test } from 'vitest';
import { boardPolicy } from '../../../lambdas/domain/journey/board-policy.ts';
import { type SitePolicy, STRICTEST_POLICY } from '../../../lambdas/domain/journey/site-policy.ts';
import { personIn } from '../../support/builders.ts';
import { evidenceOf } from '../../support/evidence.ts';
import { Walk } from '../../support/walk.ts';

const board = { members: ['chair', 'vice', 'tom', 'tina'], chairs: ['chair', 'vice'], quorum: 3 };

/** Signs that the board found the therapy indicated. */
function decide(
  signer: string,
  boardPresent: readonly string[] | undefined,
  more = {},
  policy: Partial<SitePolicy> = { board },
) {
  const walk = new Walk({ policy: { ...STRICTEST_POLICY, ...policy } });
  walk.to('Confirm eligibility');
  const { journey } = walk;
  const step = journey.step('Confirm eligibility');
  const evidence = {
    ...evidenceOf(step, 'eligible', journey),
    ...(boardPresent === undefined ? {} : { boardPresent }),
    ...more,
  };
  const signed = journey.sign(step, 'eligible', { signer: { ...personIn(['physician']), id: signer }, evidence });
  return { signed, step: journey.step('Confirm eligibility') };
}

test('what the board decided is signed by a chair, with who was there and who dissented', () => {
  const { signed, step } = decide('vice', ['vice', 'tom', 'tina'], { boardDissent: 'Tom would wait for a scan.' });
  expect(signed.ok).toBe(true);
  expect(step.decision?.evidence).toMatchObject({
    boardPresent: ['vice', 'tom', 'tina'],
    boardDissent: 'Tom would wait for a scan.',
  });
});

test.each([
  ['nobody named', undefined, 'no-quorum'],
  ['fewer than the quorum', ['chair', 'tom'], 'no-quorum'],
  ['one of them named twice', ['chair', 'tom', 'tom'], 'no-quorum'],
  ['somebody who is no member', ['chair', 'tom', 'tina', 'eve'], 'no-member'],
] as const)('%s: no decision of the board', (_, present, problem) => {
  expect(decide('chair', present).signed).toMatchObject({
    ok: false,
    refusal: { detail: { path: 'evidence.boardPresent', problem } },
  });
});

test('a meeting without a chair decides nothing', () => {
  const of = { members: ['chair', 'a', 'b', 'c'], chairs: ['chair'], quorum: 2 };
  expect(decide('chair', ['a', 'b'], {}, { board: of }).signed).toMatchObject({
    refusal: { detail: { problem: 'no-chair' } },
  });
});

test('who is no chair does not sign it, whatever their role', () => {
  expect(decide('tom', ['chair', 'tom', 'tina']).signed).toMatchObject({
    ok: false,
    refusal: { code: 'forbidden', detail: { problem: 'no-chair-of-board' } },
  });
});

test('a site without a board names its decision by the reference alone', () => {
  expect(decide('anybody', undefined, {}, {}).signed.ok).toBe(true);
});

test('a board is refused whose chairs are no members, or whose quorum is more than all', () => {
  expect(boardPolicy().safeParse({ ...board, chairs: ['eve'] }).success).toBe(false);
  expect(boardPolicy().safeParse({ ...board, quorum: 5 }).success).toBe(false);
});
