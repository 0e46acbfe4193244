import * as z from 'zod';
import {
  conditioning,
  discharge,
  followUp,
  monitoring,
  stepDeadlines,
  traceability,
  treatment,
} from './care-sections.ts';
import { jurisdiction, provenance, text } from './quantities.ts';
import { slug } from './slug.ts';
import {
  identity,
  manufacturing,
  outOfSpecification,
  preparation,
  product,
  receipt,
  shipping,
  startingMaterial,
} from './supply-sections.ts';
import { verification } from './verification-section.ts';

const label = z.strictObject({
  jurisdiction,
  text: text.describe('which label text the values were taken from'),
  asOf: z.iso.date(),
  source: slug,
});

/** A code by which an order names the product, e.g. ATC. */
const productCode = z.strictObject({ system: z.url(), code: text, ...provenance });

const source = z.strictObject({
  id: slug,
  title: text,
  url: z.url({ protocol: /^https?$/ }).nullable(),
  seen: z.boolean().describe('false: recalled, or a setting of the site'),
  note: text.optional(),
});

/**
 * A therapy protocol: everything a label says about one product, as data. The shape only; `parseProtocol` also refuses
 * contradictions between its parts. Unknown keys are refused.
 */
export const protocolSchema = z.strictObject({
  $schema: z.literal('./protocol.schema.json').optional(),
  id: slug,
  version: z.int().min(1),
  names: z.strictObject({ brand: z.array(text).min(1), inn: text, holder: text }),
  codes: z.array(productCode).optional(),
  status: z.enum(['unverified', 'verified']),
  verifiedBy: text.optional().describe('function and department that checked every value against the label in force'),
  verifiedAt: z.iso.date().optional(),
  labels: z.array(label).min(1),
  startingMaterial,
  manufacturing,
  product,
  shipping,
  receipt,
  preparation,
  identity: identity.optional(),
  conditioning: conditioning.optional(),
  treatment: treatment.optional(),
  monitoring,
  discharge: discharge.optional(),
  followUp,
  traceability,
  outOfSpecification: outOfSpecification.optional(),
  stepDeadlines,
  verifications: z.array(verification).optional().describe('who checked which value against which label'),
  notFound: z.array(text).optional().describe('paths of values that were looked for and not found'),
  sources: z.array(source).min(1),
});

export type Protocol = z.infer<typeof protocolSchema>;
export type InUseClock = Protocol['preparation']['inUseClocks'][number];
export type ConditioningWindow = NonNullable<Protocol['conditioning']>['windows'][number];
export type Verification = NonNullable<Protocol['verifications']>[number];
export type Visit = Protocol['followUp']['visits'][number];
export type StartingMaterialKind = Protocol['startingMaterial']['kind'];
export type MonitoringProfile = Protocol['monitoring']['profiles'][number];

/** The JSON Schema of `protocols/protocol.schema.json`, for editors; a test holds the file to it. */
export function protocolJsonSchema(): Record<string, unknown> {
  const { $schema, ...schema } = z.toJSONSchema(protocolSchema, { target: 'draft-2020-12', reused: 'ref' });
  return { $schema, title: 'Therapy protocol', ...schema };
}
