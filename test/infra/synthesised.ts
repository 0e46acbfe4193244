import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { buildApp } from '../../lib/app.ts';
import type { Config } from '../../lib/config.ts';
import { embeddedConfig } from '../../lib/embedded-config.ts';
import { referenceOf } from '../support/machine-references.ts';

export interface Synthesised {
  readonly app: App;
  readonly config: Config;
  readonly records: Template;
  readonly journeys: Template;
  readonly operations: Template;
  readonly all: readonly Template[];
}

/** Stages where no patient is. */
const ON_THIS_MACHINE: readonly unknown[] = ['emulator', 'embedded'];

/** A deployable configuration; `overrides` replaces settings of it. */
export const deployment = (overrides: Readonly<Record<string, unknown>> = {}): Config =>
  embeddedConfig({
    stage: 'production',
    use: ON_THIS_MACHINE.includes(overrides.stage) ? 'demo' : 'production',
    publicUrl: 'https://journeys.hospital.example',
    ...(overrides.domains === undefined ? { publicUrlIsProxied: true } : {}),
    ...overrides,
  });

/** Synthesises without bundling, nag and template rules; half a second. Call it once per test file. */
export function synthesise(config: Config = deployment()): Synthesised {
  const outdir = mkdtempSync(join(tmpdir(), 'atmp-infra-'));
  try {
    const app = buildApp(config, { bundling: false, outdir });
    const assembly = app.synth();
    const template = (name: string): Template =>
      Template.fromJSON(assembly.getStackByName(`${config.prefix}-${name}`).template);
    const records = template('Records');
    const journeys = template('Journeys');
    const operations = template('Operations');
    return { app, config, records, journeys, operations, all: [records, journeys, operations] };
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}

/** A state machine's definition with every reference to a resource as `${LogicalId}`. */
export function definitionOf(journeys: Template, logicalId: string): Record<string, unknown> {
  const machine = journeys.toJSON().Resources[logicalId];
  const parts: readonly unknown[] = machine.Properties.DefinitionString['Fn::Join'][1];
  return JSON.parse(parts.map((part) => (typeof part === 'string' ? part : referenceOf(part))).join(''));
}

export interface State {
  readonly Type: string;
  readonly Resource?: string;
  readonly Branches?: readonly { readonly States: Readonly<Record<string, State>> }[];
  readonly [field: string]: unknown;
}

/** All states of a machine, those inside Parallel branches too. */
export const statesOf = (definition: Readonly<Record<string, unknown>>): readonly (readonly [string, State])[] =>
  flatten(definition.States as Readonly<Record<string, State>>);

const flatten = (states: Readonly<Record<string, State>>): readonly (readonly [string, State])[] =>
  Object.entries(states).flatMap(([name, state]) => [
    [name, state] as const,
    ...(state.Branches ?? []).flatMap((branch) => flatten(branch.States)),
  ]);

/** Logical ids of all machines, written out: a phase that is renamed would end the executions of its machine. */
export const MACHINES = [
  'PatientJourney',
  'Order',
  'Collection',
  'Manufacturing',
  'Receipt',
  'Treatment',
  'Reassessment',
  'Conditioning',
  'PendingTests',
  'Excursion',
  'IdentityMismatch',
  'FlagReview',
  'Withdrawal',
  'Death',
  'OrderMatch',
  'FollowUpVisit',
  'LifelongWatch',
  'Transcription',
  'Correction',
  'ContinuationReview',
  'Deviation',
  'Capa',
  'ChangeControl',
  'Closure',
] as const;
