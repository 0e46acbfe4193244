import { defineCommand } from 'citty';
import { protocols } from '../../lambdas/adapters/protocols.ts';
import { scenarios } from '../../scenarios/index.ts';
import { printSummaryAndExit } from '../demo/print-summary.ts';
import { runDemo } from '../demo/run-demo.ts';
import { faultsArgument, givenFaults } from './given-faults.ts';
import { print } from './print.ts';
import { orTrouble, Trouble } from './trouble.ts';

export const demo = defineCommand({
  meta: { name: 'demo', description: "One patient's whole journey on the embedded stack, on a virtual clock" },
  args: {
    scenario: { type: 'string', default: 'happy', description: scenarios.map(({ name }) => name).join(' | ') },
    protocol: { type: 'string', description: 'protocol id; without it, the one the scenario names' },
    seed: { type: 'string', default: '1', description: 'makes chance the same in each run' },
    data: { type: 'string', description: 'directory to keep the data in' },
    faults: faultsArgument,
    json: { type: 'boolean', default: false, description: 'print one JSON document instead of the timeline' },
  },
  run: async ({ args }) => {
    const names = scenarios.map(({ name }) => name);
    if (!names.includes(args.scenario)) {
      throw new Trouble(`Scenario: got ${args.scenario}, expected one of ${names.join(', ')}`);
    }
    const known = args.protocol === undefined ? undefined : protocols.latest(args.protocol);
    if (known?.ok === false) throw new Trouble(known.refusal.message);
    const playing = runDemo({
      scenario: args.scenario,
      protocol: args.protocol,
      seed: Number(args.seed),
      data: args.data,
      ...givenFaults(args.faults),
      print: args.json ? () => {} : print,
      wallNow: () => Date.now(),
    });
    const report = await orTrouble(playing);
    printSummaryAndExit(report, args.json);
  },
});
