import { referralNonce } from '../adapters/referral-nonce.ts';
import { pinnable } from '../domain/referral/referral.ts';
import type { ReferralChoices, ReferralView } from '../pages/referral-page.ts';
import type { Language } from '../pages/views.ts';
import type { ReferralDeps } from './referral-deps.ts';

/** What the page offers: sites and issuers of the deployment, and the therapies a journey may pin. */
export const choices = ({ sites, issuers, shelf, use, now }: ReferralDeps): ReferralChoices => ({
  sites: sites.map(({ id, name, zone }) => ({ id, name: name ?? id, zone })),
  issuers: issuers.map(({ system, name }) => ({ id: system, name })),
  protocols: pinnable(shelf, use, now()).map(({ id, names }) => ({ id, name: names.brand.join(', ') })),
});

/** The page with a form that nobody was shown before. */
export const freshView = async (deps: ReferralDeps, language: Language): Promise<ReferralView> => ({
  ...choices(deps),
  nonce: await freshNonce(deps),
  action: `?lang=${language}`,
});

export const freshNonce = async (deps: ReferralDeps): Promise<string> =>
  referralNonce(await deps.referralKey(), deps.randomBytes, deps.now());
