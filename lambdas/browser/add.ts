import {
  browserSupportsWebAuthn,
  type PublicKeyCredentialCreationOptionsJSON,
  startRegistration,
} from '@simplewebauthn/browser';
import { ceremony, post } from './ceremony.ts';
import type { Say } from './offer.ts';

/** Adds a passkey by the ticket of the page. */
export const add = (place: HTMLElement, say: Say): Promise<void> =>
  ceremony('adding', say, async (tell) => {
    if (!browserSupportsWebAuthn()) return tell('unsupported');
    const options = await post('/options', '{}');
    if (options.status !== 200) return tell('refused');
    const optionsJSON = options.body as unknown as PublicKeyCredentialCreationOptionsJSON;
    const made = await startRegistration({ optionsJSON });
    const added = await post('', JSON.stringify(made));
    if (added.status !== 200) return tell(added.status < 500 ? 'refused' : 'failed');
    place.querySelector('button')?.remove();
    tell('done');
  });
