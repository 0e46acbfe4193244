import { startAuthentication } from '@simplewebauthn/browser';
import { type Answer, ceremony, post } from './ceremony.ts';
import { challengeOf, type Intent, isEnteredAsShown, isOfForm } from './intent.ts';
import type { Say } from './offer.ts';

/** How long the person has to find their key. */
const TIMEOUT_MS = 120_000;

/** Signs a form by passkey, in place of the PIN. */
export const sign = (signature: HTMLElement, say: Say): Promise<void> =>
  ceremony('signing', say, async (tell) => {
    const form = signature.closest('form');
    if (form === null || !isFilledIn(form)) return tell('fields');
    const filled = new FormData(form);
    filled.delete('pin');
    filled.set('proof', 'passkey');
    const body = new URLSearchParams([...filled].map(([name, value]) => [name, String(value)]));
    const asked = await post('/intent', body);
    // What is wrong with the form, the page says better than this script.
    if (asked.status !== 200) return showProblem(form);
    const { intent, evidence, allowCredentials, rpId } = asked.body as unknown as Asked;
    if (!isOfForm(intent, filled)) return tell('failed');
    const notes = [...form.querySelectorAll<HTMLElement>('[data-entered]')];
    if (
      !isEnteredAsShown(
        intent,
        notes.map(({ dataset }) => dataset.entered),
      )
    )
      return tell('changed');
    const challenge = await challengeOf(intent, evidence);
    const optionsJSON = {
      challenge,
      rpId,
      allowCredentials,
      userVerification: 'required',
      timeout: TIMEOUT_MS,
    } as const;
    const assertion = await startAuthentication({ optionsJSON });
    const { signer, contentHash, nonce, decision, occurredAt, reason, onBehalfOf, paper, entered } = intent;
    const what = { contentHash, nonce, decision, evidence, occurredAt, reason, onBehalfOf, paper };
    const signed = { signer, ...what, entered, assertion };
    const recorded = await post('/passkey', JSON.stringify(signed));
    if (recorded.status === 200) return readOn(form);
    tell(keyOf(recorded));
  });

interface Asked {
  readonly intent: Intent;
  readonly evidence: unknown;
  readonly allowCredentials: [];
  readonly rpId: string;
}

/** Whether everything is filled in, the PIN apart. The browser shows what is not. */
function isFilledIn(form: HTMLFormElement): boolean {
  const pin = form.elements.namedItem('pin');
  if (!(pin instanceof HTMLInputElement)) return form.reportValidity();
  pin.required = false;
  const filled = form.reportValidity();
  pin.required = true;
  return filled;
}

/** Posts the form as who signs by PIN does: the page that comes back says what to mend, with what was typed. */
function showProblem(form: HTMLFormElement): void {
  const proof = document.createElement('input');
  proof.type = 'hidden';
  proof.name = 'proof';
  proof.value = 'passkey';
  form.append(proof);
  form.submit();
}

/** The page anew, at the part that was signed: a checklist goes on. */
function readOn(form: HTMLFormElement): void {
  const place = form.closest('[id]')?.id ?? '';
  const paper = new URLSearchParams(location.search).has('paper') ? '&paper=1' : '';
  history.replaceState(null, '', `${location.pathname}?lang=${document.documentElement.lang}${paper}#${place}`);
  location.reload();
}

function keyOf({ status, body }: Answer): string {
  if (status === 401) return 'wrong-key';
  if (status === 403) return 'not-permitted';
  if (status !== 409) return 'failed';
  return body.code === 'changed' ? 'changed' : 'conflict';
}
