import { bufferToBase64URLString, startAuthentication } from '@simplewebauthn/browser';
import { ceremony, post } from './ceremony.ts';
import type { Say } from './offer.ts';

/** Signs in from the page of a link, which then shows its step. Whose the passkey is, it says itself. */
export const open = (say: Say): Promise<void> =>
  ceremony('opening', say, async (tell) => {
    const shown = await fetch(`${location.pathname}?schemas=none`, { headers: { accept: 'application/json' } });
    if (!shown.ok) return tell('failed');
    const { nonce } = (await shown.json()) as { readonly nonce: string };
    const bytes = new TextEncoder().encode(`atmp-open/v1\n${nonce}`);
    const challenge = bufferToBase64URLString(await window.crypto.subtle.digest('SHA-256', bytes));
    const optionsJSON = { challenge, userVerification: 'required' } as const;
    const assertion = await startAuthentication({ optionsJSON });
    const opened = await post('/session', JSON.stringify({ nonce, assertion }));
    if (opened.status === 200) return location.reload();
    tell(opened.status === 401 ? 'wrong-key' : 'failed');
  });
