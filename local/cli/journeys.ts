import { defineCommand } from 'citty';
import * as z from 'zod';
import { callOps, URL_OPTION } from './api.ts';
import { print, printJson } from './print.ts';

const listed = z.object({
  journeys: z.array(
    z.object({
      journeyId: z.string(),
      status: z.string(),
      phase: z.string(),
      protocol: z.string(),
      openSteps: z.array(z.string()),
      stepDueAt: z.string().optional(),
    }),
  ),
});

export const journeys = defineCommand({
  meta: { name: 'journeys', description: 'Lists the journeys: where each stands and what is due' },
  args: {
    url: URL_OPTION,
    all: { type: 'boolean', default: false, description: 'closed journeys too' },
    json: { type: 'boolean', default: false },
  },
  run: async ({ args }) => {
    const { body } = await callOps(args.url, `/ops/journeys${args.all ? '?all=1' : ''}`);
    if (args.json) {
      printJson(body);
      return;
    }
    const { journeys } = listed.parse(body);
    if (journeys.length === 0) print('No journeys. Send an order with: npx atmp order');
    for (const { journeyId, status, phase, protocol, openSteps, stepDueAt = '' } of journeys) {
      print([journeyId, status.padEnd(7), protocol, phase.padEnd(14), stepDueAt, openSteps.join(', ')].join('  '));
    }
  },
});
