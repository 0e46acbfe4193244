import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { dynamoRegisters, type Registers } from '../../../lambdas/adapters/dynamo-registers.ts';
import { LOOKED_AT_AGAIN } from '../../../lambdas/domain/commands/register-closed.ts';
import type { RegisterDefinition } from '../../../lambdas/domain/registers/definition.ts';
import { registerNamed, registers } from '../../../lambdas/domain/registers/index.ts';
import { REGISTERS } from '../../../lambdas/domain/registers/names.ts';
import { minus } from '../../../lambdas/domain/time.ts';
import type { Closed } from '../../../lambdas/registers/keep-entry.ts';
import { callOps } from '../api.ts';
import { print } from '../print.ts';
import { embeddedAws, randomBytes, TABLE_OPTIONS } from '../staff/register.ts';
import { Trouble } from '../trouble.ts';

/** Where the registers of a site are kept. */
export const REGISTER_OPTIONS = {
  site: { type: 'string', required: true, description: 'id of the site' },
  'journeys-table': {
    type: 'string',
    description: 'name of the table Journeys, where registers are kept; without it the embedded stack at --url',
  },
  ...TABLE_OPTIONS,
} as const;

export const NAME_OPTION = {
  register: { type: 'string', required: true, description: `one of ${REGISTERS.join(', ')}` },
} as const;

/** Where journeys are looked at again after an entry was closed. */
export const OPS_OPTION = {
  'ops-url': { type: 'string', description: 'integration API of a deployed stack, with its stage; without it, --url' },
} as const;

interface Asked {
  readonly 'journeys-table'?: string | undefined;
  readonly url: string;
}

/** The table Journeys, of AWS with the credentials of the caller or of the embedded stack. */
export async function journeysTable({ 'journeys-table': table, url }: Asked) {
  if (table !== undefined) return { client: new DynamoDBClient({}), table };
  const { where, journeys } = await embeddedAws(url);
  return { client: new DynamoDBClient(where), table: journeys };
}

export const keptRegisters = async (asked: Asked): Promise<Registers> =>
  dynamoRegisters({ ...(await journeysTable(asked)), randomBytes });

/** The registers of a site beside the people of it: both of AWS, or both of the embedded stack. */
export async function registersBesidePeople(
  asked: Asked & { readonly table?: string | undefined },
): Promise<Registers> {
  if (asked.table !== undefined && asked['journeys-table'] === undefined) {
    throw new Trouble('--journeys-table: got none, expected the table in which the documents of the site are kept');
  }
  return keptRegisters(asked);
}

export function definitionNamed(name: string): RegisterDefinition {
  const found = registerNamed(name);
  if (found === undefined) throw new Trouble(`--register: got ${name}, expected one of ${REGISTERS.join(', ')}`);
  return registers[found];
}

const listed = z.object({
  journeys: z.array(z.object({ journeyId: z.string(), site: z.string(), changedAt: z.string() })),
  next: z.string().nullable(),
});

/** Has what was signed minutes before an entry was closed looked at again, in every open journey of the site that changed since. */
export async function recheck(url: string, { record, readiness }: Closed): Promise<void> {
  const { site, register, id, version, by, why, at } = record;
  const since = minus(at, LOOKED_AT_AGAIN, 'UTC');
  let from = '';
  let looked = 0;
  for (;;) {
    const page = listed.parse((await callOps(url, `/ops/journeys${from}`)).body);
    for (const { journeyId } of page.journeys.filter((one) => one.site === site && one.changedAt >= since)) {
      const body = { command: 'recheck-registers', reason: why, by, args: { register, id, version, readiness } };
      const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
      await callOps(url, `/ops/journeys/${journeyId}/commands`, init, [202, 409]);
      looked += 1;
    }
    if (page.next === null) break;
    from = `?from=${encodeURIComponent(page.next)}`;
  }
  print(`${register} ${id} is closed: ${looked} journeys with a change since ${since} were looked at again.`);
}
