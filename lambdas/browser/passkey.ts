import { browserSupportsWebAuthn } from '@simplewebauthn/browser';
import { add } from './add.ts';
import { sign } from './sign.ts';

/** Adds what a page can do with passkeys to a page that works without. */
const place = document.getElementById('add-passkey');
if (place !== null) add(place);
if (browserSupportsWebAuthn()) {
  for (const signature of document.querySelectorAll<HTMLElement>('form .signature')) sign(signature);
}
