import { defineCommand } from 'citty';
import * as z from 'zod';
import { call } from './api.ts';
import { jsonOption } from './json-text.ts';
import { printJson } from './print.ts';
import { Trouble } from './trouble.ts';

const shown = z.object({
  step: z.string(),
  status: z.string(),
  contentHash: z.string(),
  nonce: z.string(),
  facts: z.unknown(),
  evidenceSchema: z.unknown(),
});

export const sign = defineCommand({
  meta: { name: 'sign', description: 'Shows the step behind a link, or signs it' },
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
    const { body } = await call(link.origin, link.pathname, { headers: { accept: 'application/json' } });
    if (args.decision === undefined) {
      printJson(body);
      return;
    }
    const step = shown.parse(body);
    const pin = args.pin ?? process.env.ATMP_PIN;
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
