import * as z from 'zod';
import { lazily } from '../lazily.ts';
import { reports } from '../reports/index.ts';
import type { ReportDefinition } from '../reports/report.ts';
import { steps } from '../steps/index.ts';
import { recordOf, reportOf } from '../steps/meanings.ts';
import type { ChecklistItem } from '../steps/step.ts';
import type { StepName } from '../vocabulary.ts';
import { ACKNOWLEDGE, RECORD, REPORT } from './submission.ts';

/** Evidence by which one item of a checklist is recorded: its name, and what the item itself asks. */
export const itemEvidence = ({ item, values }: ChecklistItem): z.ZodObject =>
  z.strictObject({ item: z.literal(item), ...values().shape });

/** Evidence by which something is reported: its name, and what the report itself asks. */
export const reportEvidence = ({ report, values }: ReportDefinition): z.ZodObject =>
  z.strictObject({ report: z.literal(report), ...values().shape });

/** Evidence by which an urgent notice is acknowledged: the rung under which it was told. */
export const acknowledgementEvidence = lazily(() => z.strictObject({ rung: z.string().min(1).max(80) }));

type Schemas = Readonly<Record<string, unknown>>;

/**
 * JSON Schema of the evidence of every decision of a step, for integrators: `record`, which takes the items of a
 * checklist, is one of several.
 */
export const evidenceSchemas = oncePerStep((step) => {
  const { checklist } = steps[step];
  const schemas = {
    ...decisionSchemas(step),
    [ACKNOWLEDGE]: asJsonSchema(acknowledgementEvidence()),
    [REPORT]: { oneOf: Object.values(reports).map((report) => asJsonSchema(reportEvidence(report))) },
  };
  if (checklist === undefined) return schemas;
  return { ...schemas, [RECORD]: { oneOf: checklist.items.map((item) => asJsonSchema(itemEvidence(item))) } };
});

/** The same, one for each form of a page: by decision and, for the items of a checklist, by `recordOf(item)`. */
export const formSchemas = oncePerStep((step) => {
  const items = (steps[step].checklist?.items ?? []).map((one) => [
    recordOf(one.item),
    asJsonSchema(itemEvidence(one)),
  ]);
  const reported = Object.values(reports).map((one) => [reportOf(one.report), asJsonSchema(reportEvidence(one))]);
  return {
    ...decisionSchemas(step),
    [ACKNOWLEDGE]: asJsonSchema(acknowledgementEvidence()),
    ...Object.fromEntries([...items, ...reported]),
  };
});

const decisionSchemas = (step: StepName): Schemas =>
  Object.fromEntries(
    Object.entries(steps[step].decisions).map(([decision, { evidence }]) => [decision, asJsonSchema(evidence())]),
  );

const asJsonSchema = (schema: z.ZodType): unknown => z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });

/**
 * A page asks for the schemas of its step once for each of its forms, and they never change: each is made once. The bundler is told that
 * a call does nothing else, so that who only parses evidence carries no JSON Schema.
 */
/* @__NO_SIDE_EFFECTS__ */ function oncePerStep(make: (step: StepName) => Schemas): (step: StepName) => Schemas {
  const made = new Map<StepName, Schemas>();
  return (step) => {
    const schemas = made.get(step) ?? make(step);
    made.set(step, schemas);
    return schemas;
  };
}
