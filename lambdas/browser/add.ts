import {
  browserSupportsWebAuthn,
  type PublicKeyCredentialCreationOptionsJSON,
  startRegistration,
} from '@simplewebauthn/browser';
import { ceremony, post } from './ceremony.ts';
import { textsOf } from './texts.ts';

/** Lets the page of a ticket add a passkey. */
export function add(place: HTMLElement): void {
  place.hidden = false;
  ceremony(place, textsOf('adding'), async (say) => {
    if (!browserSupportsWebAuthn()) return say('unsupported');
    const options = await post('/options', '{}');
    if (options.status !== 200) return say('refused');
    const optionsJSON = options.body as unknown as PublicKeyCredentialCreationOptionsJSON;
    const made = await startRegistration({ optionsJSON });
    const added = await post('', JSON.stringify(made));
    if (added.status !== 200) return say(added.status < 500 ? 'refused' : 'failed');
    place.querySelector('button')?.remove();
    say('done');
  });
}
