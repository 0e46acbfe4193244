/** In a bundle, the hash of the script that the deployment made (`lib/constructs/browser-script.ts`); elsewhere nothing. */
declare const PASSKEY_SCRIPT_HASH: string | undefined;

const version = typeof PASSKEY_SCRIPT_HASH === 'string' ? PASSKEY_SCRIPT_HASH : 'source';

/** Name of the one script that pages use, where passkeys are; another script has another name, so that it can be kept for ever. */
export const PASSKEY_SCRIPT_NAME = `passkey-${version}.js`;
export const PASSKEY_SCRIPT_PATH = `/assets/${PASSKEY_SCRIPT_NAME}`;
