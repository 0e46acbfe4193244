import * as z from 'zod';
import { steps } from '../steps/index.ts';
import type { StepName } from '../vocabulary.ts';
import { RECORD } from './submission.ts';

/** JSON Schema of the evidence of every decision of a step, for pages and integrators. */
export function evidenceSchemas(step: StepName): Readonly<Record<string, unknown>> {
  const { decisions, checklist } = steps[step];
  const schemas = Object.entries(decisions).map(([decision, { evidence }]) => [decision, asJsonSchema(evidence)]);
  if (checklist === undefined) return Object.fromEntries(schemas);
  const item = z.strictObject({ item: z.enum(checklist.items), ...checklist.values.shape });
  return Object.fromEntries([...schemas, [RECORD, asJsonSchema(item)]]);
}

const asJsonSchema = (schema: z.ZodType): unknown => z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
