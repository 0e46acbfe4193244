/** What is done with a passkey or a file; a script of its own, for nobody needs it to read a page. */
export { add } from './add.ts';
export { attach } from './attach.ts';
export { open } from './open.ts';
export { sign } from './sign.ts';
