/** In a bundle, the hash of the scripts that the deployment made (`lib/constructs/browser-scripts.ts`); elsewhere nothing. */
declare const PASSKEY_SCRIPTS_HASH: string | undefined;

const version = typeof PASSKEY_SCRIPTS_HASH === 'string' ? PASSKEY_SCRIPTS_HASH : 'source';

/** Name of the script that pages load where passkeys are; another script has another name, so that it can be kept for ever. */
export const PASSKEY_SCRIPT_NAME = `passkey-${version}.js`;
/** Name of the script that the first one loads when somebody uses a passkey; it finds it by this name. */
export const CEREMONY_SCRIPT_NAME = `ceremony-${version}.js`;
export const PASSKEY_SCRIPT_PATH = `/assets/${PASSKEY_SCRIPT_NAME}`;
