import { EXAMPLE_PIN, EXAMPLE_SITE } from '../../local/scenario/staff.ts';
import type { Reply } from '../../local/scenario/world.ts';
import type { TestStage } from './stage.ts';
import { post } from './stage-order.ts';

/** Opens a journey from a referral, as a coordinator's program would: of the patient an order of this number is for. */
export async function postReferral(stage: TestStage, order: string, protocol = 'kymriah'): Promise<Reply> {
  const headers = { accept: 'application/json' };
  const { body } = await stage.world.request('/referrals', { method: 'GET', headers });
  return post(stage, '/referrals', {
    nonce: (body as { nonce: string }).nonce,
    signer: 'coordinator',
    pin: EXAMPLE_PIN,
    referral: {
      site: EXAMPLE_SITE,
      protocol,
      identifierSystem: 'urn:oid:1.2.3.4.6',
      identifierValue: `MRN-${order}`,
      patientName: 'Erin Example',
      birthDate: '1961-04-05',
      referralReference: 'letter 12',
    },
  });
}
