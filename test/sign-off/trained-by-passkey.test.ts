import { expect, test } from 'vitest';
import { nonce } from '../../lambdas/adapters/link-token.ts';
import type { Passkey } from '../../lambdas/adapters/passkey-items.ts';
import type { StaffMember } from '../../lambdas/domain/ports.ts';
import { documents } from '../../lambdas/domain/registers/documents.ts';
import { signingChallenge } from '../../lambdas/domain/sign-off/signing-intent.ts';
import { REPORT, type Submission } from '../../lambdas/domain/sign-off/submission.ts';
import { plus } from '../../lambdas/domain/time.ts';
import type { Role } from '../../lambdas/domain/vocabulary.ts';
import { byPasskey } from '../../lambdas/sign-off/by-passkey.ts';
import { intentFor } from '../../lambdas/sign-off/intent.ts';
import { personIn, SITE } from '../support/builders.ts';
import { aDocument, aReadinessOf, standingEntry } from '../support/register-entries.ts';
import { REPORTED, sceneOf } from '../support/scenes.ts';
import { SoftwareAuthenticator } from '../support/software-authenticator.ts';

const publicUrl = 'https://journeys.hospital.example';

const member = (role: Role, more: Partial<StaffMember> = {}): StaffMember => {
  const { id, roles } = personIn([role]);
  return { id, roles, site: SITE.id, name: id, mail: `${id}@hospital.example`, language: 'en', active: true, ...more };
};
const physician = member('physician');
/** Was assessed in version 4, before a major revision. */
const pharmacist = member('pharmacist', {
  competence: {
    'order-verification': [
      {
        training: 'SOP-12 version 4',
        procedure: { id: 'SOP-12', version: '4' },
        assessedOn: '2020-01-06',
        validUntil: '2099-01-05',
        since: '2020-01-06T12:00:00.000Z',
      },
    ],
  },
});

const revised = aReadinessOf(
  standingEntry({
    ...{ register: 'documents', id: 'SOP-12/5' },
    ...documents.standing(
      aDocument({
        ...{ version: '5', status: 'effective', revision: 'major', serves: [] },
        ...{ effectiveFrom: '2020-02-03', reviewDue: '2099-01-05' },
      }),
    ),
  }),
);

test('by passkey somebody trained in a version before a major revision is let go on as by PIN, and the registers are read once', async () => {
  const { journey } = sceneOf('Check the order');
  const { state, events, bindings, protocol, now } = journey;
  const step = journey.step('Check the order');
  const { phase, round, step: name } = step;
  const stored = { events, state, head: events.at(-1)?.hash ?? '', revision: events.length, bindings };
  const ref = { phase, round, step: name };
  const opened = { hash: 'link', nonceKey: 'key', expiresAt: now, ref, stored, step, protocol };
  const authenticator = new SoftwareAuthenticator();
  const key: Passkey = {
    ...{ signer: physician.id, credentialId: authenticator.credentialId, publicKey: authenticator.publicKey, alg: -7 },
    ...{ counter: 0, transports: ['internal'], aaguid: '', deviceType: 'singleDevice', backedUp: false },
    ...{ enrolledAt: now, checked: { by: 'qa', how: 'passport, in person', at: now } },
  };
  const sites: string[] = [];
  const deps = {
    now: () => now,
    publicUrl,
    release: { version: '0.1.0', commit: 'test' },
    passkeys: { find: async () => key, used: () => ({ __alongside: true as const }) },
    staff: {
      find: async (id: string) => [physician, pharmacist].find((one) => one.id === id),
      onDuty: async () => ({ people: [] }),
    },
    registers: {
      readiness: async (site: string) => {
        sites.push(site);
        return revised;
      },
      records: async () => [],
    },
  };
  const submission: Submission = {
    signer: physician.id,
    contentHash: journey.show(step).contentHash,
    nonce: nonce('key', 'link', step.version, now),
    decision: REPORT,
    evidence: {
      ...REPORTED['emergency-continuation'],
      report: 'emergency-continuation',
      performer: pharmacist.id,
      exemptedUntil: plus(now, 'PT6H', 'UTC'),
    } as Submission['evidence'],
  };
  const restsOn = { entered: [], readiness: undefined };
  const asked = intentFor(deps, opened, submission, restsOn);
  if (!asked.ok) throw new Error(asked.refusal.message);
  const challenge = signingChallenge(asked.value.intent);
  const assertion = authenticator.assert({ challenge, origin: publicUrl, rpId: new URL(publicUrl).hostname });
  const proven = await byPasskey(deps, opened, { assertion, entered: [] })(submission, restsOn);
  expect(proven).toMatchObject({ ok: true, value: { assurance: 'passkey', named: { readiness: { now: revised } } } });
  expect(sites).toEqual([SITE.id]);
});
