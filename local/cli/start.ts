import { defineCommand } from 'citty';
import pc from 'picocolors';
import { hospitalConfig } from '../hospital/hospital-config.ts';
import { hospitalPeople } from '../hospital/hospital-people.ts';
import { loadHospital } from '../hospital/load-hospital.ts';
import { seedExampleStaff } from '../scenario/place.ts';
import { EXAMPLE_PIN, exampleStaff } from '../scenario/staff.ts';
import { startStack } from '../stack.ts';
import { faultsArgument, givenFaults } from './given-faults.ts';
import { complain, print } from './print.ts';
import { orTrouble } from './trouble.ts';

export const start = defineCommand({
  meta: { name: 'start', description: 'The embedded stack: everything of the application in one process, on loopback' },
  args: {
    port: { type: 'string', default: '8787', description: 'port on 127.0.0.1' },
    data: { type: 'string', description: 'directory that keeps the data; without it, it ends with the process' },
    faults: faultsArgument,
    hospital: {
      type: 'boolean',
      default: false,
      description: 'the demo hospital (hospital/) instead of the example staff',
    },
    'virtual-clock': { type: 'boolean', default: false, description: 'time moves by POST /local/clock only' },
  },
  run: async ({ args }) => {
    const given = process.env.EHR_WEBHOOK_SECRET;
    const now = new Date().toISOString();
    const starting = startStack({
      prepare: (place) => (args.hospital ? loadHospital(place, now) : seedExampleStaff(place)),
      ...(args.hospital ? { config: hospitalConfig() } : {}),
      port: Number(args.port),
      clock: args['virtual-clock'] ? { virtualFrom: now } : 'real',
      ...(args.data === undefined ? {} : { dataDir: args.data }),
      ...givenFaults(args.faults),
      ...(given === undefined ? {} : { secrets: { WebhookSecret: given.replace(/^whsec_/, '') } }),
      onFunctionError: (name, { errorType, errorMessage }) =>
        complain(pc.red(`${name}: ${errorType}: ${errorMessage}`)),
    });
    const stack = await orTrouble(starting);
    printWelcome(
      stack.url,
      given ?? `whsec_${stack.secret('WebhookSecret')}`,
      args.hospital ? hospitalPeople() : exampleStaff,
    );
    const stop = (): void => {
      stack.stop().then(
        () => process.exit(0),
        (error: unknown) => {
          complain(String(error));
          process.exit(1);
        },
      );
    };
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
  },
});

function printWelcome(url: string, secret: string, staff: readonly Readonly<Record<'id' | 'name', string>>[]): void {
  const people = staff.map(({ id, name }) => `    ${id.padEnd(20)}${name}`);
  print(
    [
      '',
      `${pc.bold('ATMP Journey')} runs at ${pc.cyan(url)}`,
      `  mails           ${url}/local/outbox`,
      `  journeys        ${url}/ops/journeys`,
      `  EHR webhook     POST ${url}/ehr/fhir, secret ${secret}`,
      `  send an order   npx atmp order --url ${url} --secret ${secret}`,
      '',
      `  Staff, PIN ${EXAMPLE_PIN} (invented; for this stack only):`,
      ...people,
      '',
      pc.dim(
        '  It organises, records and reminds. It does not diagnose, dose or recommend. Not validated. Ctrl-C ends it.',
      ),
      '',
    ].join('\n'),
  );
}
