import { readFileSync } from 'node:fs';
import { defineCommand } from 'citty';
import * as z from 'zod';
import { verifyChain } from '../../lambdas/domain/audit/chain.ts';
import { parseEvent } from '../../lambdas/domain/events/journey-event.ts';
import { call, DEFAULT_URL } from './api.ts';
import { printJson } from './print.ts';

const dossierShape = z.object({ journeyId: z.string(), events: z.array(z.unknown()) });

export const verify = defineCommand({
  meta: { name: 'verify', description: 'Verifies the audit chain of a journey, or of a dossier file, on this machine' },
  args: {
    id: { type: 'positional', required: true, description: 'journey id, or a dossier file' },
    url: { type: 'string', default: DEFAULT_URL },
  },
  run: async ({ args }) => {
    const isFile = args.id.endsWith('.json');
    const given: unknown = isFile
      ? JSON.parse(readFileSync(args.id, 'utf8'))
      : (await call(args.url, `/ops/journeys/${encodeURIComponent(args.id)}/dossier`, {})).body;
    const { journeyId, events } = dossierShape.parse(given);
    const verdict = verifyChain(events.map(parseEvent));
    printJson({ journeyId, ...verdict });
    process.exitCode = verdict.verified ? 0 : 1;
  },
});

export const dossier = defineCommand({
  meta: {
    name: 'dossier',
    description: 'Prints the dossier of a journey: every event as sealed; `atmp verify FILE` checks it offline',
  },
  args: {
    id: { type: 'positional', required: true, description: 'journey id' },
    url: { type: 'string', default: DEFAULT_URL },
  },
  run: async ({ args }) => {
    const { body } = await call(args.url, `/ops/journeys/${encodeURIComponent(args.id)}/dossier`, {});
    printJson(body);
  },
});
