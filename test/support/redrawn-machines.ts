import { synthTemplates } from '../../local/template/synth.ts';
import type { StackTemplate } from '../../local/template/template-set.ts';
import { referenceOf } from './machine-references.ts';

export interface MachineState {
  readonly End?: true;
  readonly Branches?: readonly Machine[];
  readonly [field: string]: unknown;
}
/** A definition in which references to resources are written as `${LogicalId}`. */
export interface Machine {
  readonly StartAt: string;
  readonly States: Readonly<Record<string, MachineState>>;
}

type Joined = { readonly 'Fn::Join': readonly [string, readonly unknown[]] };
interface Resource {
  readonly Type: string;
  readonly Properties: { DefinitionString: Joined };
}

/** The templates of the application with every machine as `redraw` draws it, which is given its logical id and how it is now. */
export async function templatesRedrawn(
  redraw: (logicalId: string, now: Machine) => Machine,
): Promise<readonly StackTemplate[]> {
  const templates = structuredClone(await synthTemplates());
  const machines = templates.flatMap(({ template }) => {
    const { Resources = {} } = template as { Resources?: Readonly<Record<string, Resource>> };
    return Object.entries(Resources).filter(([, { Type }]) => Type === 'AWS::StepFunctions::StateMachine');
  });
  if (machines.length === 0) throw new Error('Templates: expected state machines, got none');
  const references = new Map<string, unknown>();
  const drawn = machines.map(([logicalId, { Properties }]) => {
    const [, pieces] = Properties.DefinitionString['Fn::Join'];
    const text = pieces.map((piece) => (typeof piece === 'string' ? piece : remembered(references, piece))).join('');
    return [Properties, redraw(logicalId, JSON.parse(text) as Machine)] as const;
  });
  for (const [properties, machine] of drawn) {
    properties.DefinitionString = { 'Fn::Join': ['', piecesOf(JSON.stringify(machine), references)] };
  }
  return templates;
}

function remembered(references: Map<string, unknown>, intrinsic: unknown): string {
  const written = referenceOf(intrinsic);
  references.set(written, intrinsic);
  return written;
}

const REFERENCE = /(\$\{\w+\})/;

function piecesOf(text: string, references: ReadonlyMap<string, unknown>): readonly unknown[] {
  return text.split(REFERENCE).map((piece) => {
    if (!REFERENCE.test(piece)) return piece;
    const intrinsic = references.get(piece);
    if (intrinsic !== undefined) return intrinsic;
    throw new Error(`Machine: got ${piece}, expected one of ${[...references.keys()].join(', ')}`);
  });
}
