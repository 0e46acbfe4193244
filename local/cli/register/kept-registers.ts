import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { dynamoRegisters } from '../../../lambdas/adapters/dynamo-registers.ts';
import type { Registers } from '../../../lambdas/domain/ports.ts';
import type { RegisterDefinition } from '../../../lambdas/domain/registers/definition.ts';
import { registerNamed, registers } from '../../../lambdas/domain/registers/index.ts';
import { REGISTERS } from '../../../lambdas/domain/registers/names.ts';
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
