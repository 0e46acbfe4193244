import { browserSupportsWebAuthn } from '@simplewebauthn/browser';
import { attaching } from './attaching.ts';
import { offer } from './offer.ts';
import { staySignedIn } from './stay-signed-in.ts';

/** Offers what a page can do with passkeys, on a page that works without. What does it is loaded when somebody takes the offer. */
const place = document.getElementById('add-passkey');
if (place !== null) {
  place.hidden = false;
  offer(place, ({ add }, say) => add(place, say));
}
const signatures = document.querySelectorAll<HTMLElement>('form .signature');
if (signatures.length > 0) staySignedIn();
for (const place of document.querySelectorAll<HTMLElement>('[data-attach]')) attaching(place);
if (browserSupportsWebAuthn()) {
  const opening = document.getElementById('open-here');
  if (opening !== null) {
    opening.hidden = false;
    offer(opening, ({ open }, say) => open(say));
  }
  for (const signature of signatures) {
    offer(signature, ({ sign }, say) => sign(signature, say));
  }
}
