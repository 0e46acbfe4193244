import { defineCommand } from 'citty';
import * as z from 'zod';
import { call } from './api.ts';
import { jsonOption } from './json-text.ts';
import { printJson } from './print.ts';
import { Trouble } from './trouble.ts';

const shown = z.object({ contentHash: z.string(), nonce: z.string() });

/** A link shows what a step is about to nobody but those it is asked of: who gives user id and PIN signs in to read it. */
async function signedIn(link: URL, signer: string, pin: string): Promise<Readonly<Record<string, string>>> {
  const reply = await fetch(new URL(link.href.replace(/\/sign-offs\/.*$/, '/sign-in')), {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
    body: new URLSearchParams({ signer, pin }).toString(),
    redirect: 'manual',
  });
  const cookie = reply.headers.get('set-cookie')?.split(';', 1)[0];
  if (reply.status !== 303 || cookie === undefined) {
    throw new Trouble(
      `Sign-in: got ${reply.status}, expected 303. User id and PIN do not belong together, or the id is locked`,
    );
  }
  return { cookie };
}

export const sign = defineCommand({
  meta: {
    name: 'sign',
    description: 'Shows the step behind a link (what it is about to who gives user id and PIN), or signs it',
  },
  args: {
    link: { type: 'positional', required: true, description: 'the link from a mail' },
    signer: { type: 'string', description: 'user id' },
    pin: { type: 'string', description: 'PIN; better in ATMP_PIN, which no process list shows' },
    decision: { type: 'string', description: 'without it, the step is only shown' },
    evidence: { type: 'string', default: '{}', description: 'JSON object' },
    'occurred-at': { type: 'string', description: 'when it happened, ISO 8601 with offset' },
  },
  run: async ({ args }) => {
    if (!URL.canParse(args.link)) throw new Trouble('Link: expected the whole link from a mail, beginning with http');
    const evidence = jsonOption('--evidence', args.evidence);
    const link = new URL(args.link);
    const pin = args.pin ?? process.env.ATMP_PIN;
    const session =
      args.signer === undefined || pin === undefined || args.decision !== undefined
        ? {}
        : await signedIn(link, args.signer, pin);
    const { body } = await call(link.origin, link.pathname, { headers: { accept: 'application/json', ...session } });
    if (args.decision === undefined) {
      printJson(body);
      return;
    }
    const step = shown.parse(body);
    if (args.signer === undefined || pin === undefined)
      throw new Trouble('Signing: expected --signer and --pin (or ATMP_PIN)');
    const answer = await call(link.origin, link.pathname, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({
        signer: args.signer,
        pin,
        contentHash: step.contentHash,
        nonce: step.nonce,
        decision: args.decision,
        evidence,
        ...(args['occurred-at'] === undefined ? {} : { occurredAt: args['occurred-at'] }),
      }),
    });
    printJson(answer.body);
  },
});
