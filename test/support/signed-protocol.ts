import { parseProtocol } from '../../lambdas/domain/protocol/parse.ts';
import type { Protocol, Verification } from '../../lambdas/domain/protocol/schema.ts';
import { gatingValues } from '../../lambdas/domain/protocol/verification.ts';

export const SIGNED_ON = '2026-11-20';

/** The file with nothing only recalled and every gating value signed by a pharmacist and a physician. */
export function signedProtocol(file: unknown): Protocol {
  const told = parsed(JSON.parse(JSON.stringify(file).replaceAll('"recalled"', '"site-default"')));
  const verifications = gatingValues(told).map(
    ({ path, valueSha256 }): Verification => ({
      path,
      valueSha256,
      label: labelOf(told, path),
      by: [
        { function: 'pharmacist', id: 'p-1', on: SIGNED_ON },
        { function: 'physician', id: 'd-1', on: SIGNED_ON },
      ],
    }),
  );
  return parsed({ ...told, verifications });
}

/** The label of the jurisdiction the value is for, else the first. */
function labelOf({ labels, ...file }: Protocol, path: string): Verification['label'] {
  const value = path
    .split(/[.[\]]+/)
    .filter((part) => part !== '')
    .reduce<unknown>((node, part) => (node as Record<string, unknown>)[part], file);
  const { jurisdiction, jurisdictions = [jurisdiction] } = value as { jurisdiction?: string; jurisdictions?: string[] };
  const label = labels.find((one) => jurisdictions.includes(one.jurisdiction)) ?? labels[0];
  if (label === undefined) throw new Error('expected a file with a label');
  return { source: label.source, asOf: label.asOf };
}

function parsed(file: unknown): Protocol {
  const outcome = parseProtocol(file);
  if (!outcome.ok) throw new Error(outcome.refusal.message);
  return outcome.value;
}
