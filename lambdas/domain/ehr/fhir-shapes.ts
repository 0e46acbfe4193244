import * as z from 'zod';
import { lazily } from '../lazily.ts';

/** Only what is mapped is checked; every other element and extension is kept in the raw message and ignored. */
const text = z.string().min(1).max(300);
const uri = z.string().min(1).max(300);

export const coding = lazily(() => z.looseObject({ system: uri.optional(), code: text.optional() }));
export const codeableConcept = lazily(() => z.looseObject({ coding: z.array(coding()).optional() }));
export const identifier = lazily(() =>
  z.looseObject({
    use: text.optional(),
    type: codeableConcept().optional(),
    system: uri.optional(),
    value: text.optional(),
  }),
);
export const reference = lazily(() =>
  z.looseObject({ reference: uri.optional(), identifier: identifier().optional() }),
);

const humanName = lazily(() =>
  z.looseObject({
    use: text.optional(),
    text: text.optional(),
    family: text.optional(),
    given: z.array(text).optional(),
  }),
);

export const patientShape = lazily(() =>
  z.looseObject({
    resourceType: z.literal('Patient'),
    id: z.string().max(64).optional(),
    identifier: z.array(identifier()).optional(),
    active: z.boolean().optional(),
    name: z.array(humanName()).optional(),
    birthDate: z
      .string()
      .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'expected YYYY, YYYY-MM or YYYY-MM-DD')
      .optional(),
    deceasedBoolean: z.boolean().optional(),
    deceasedDateTime: z.string().optional(),
    link: z.array(z.unknown()).optional(),
  }),
);
export type FhirPatient = z.infer<ReturnType<typeof patientShape>>;

const order = lazily(() => ({
  id: z.string().max(64).optional(),
  contained: z.array(z.looseObject({ resourceType: z.string() })).optional(),
  identifier: z.array(identifier()).optional(),
  status: text,
  intent: text,
  doNotPerform: z.boolean().optional(),
  subject: reference(),
  authoredOn: z.string().max(40).optional(),
}));

export const serviceRequestShape = lazily(() =>
  z.looseObject({
    resourceType: z.literal('ServiceRequest'),
    ...order(),
    code: codeableConcept().optional(),
    orderDetail: z.array(codeableConcept()).optional(),
    performer: z.array(reference()).optional(),
    locationCode: z.array(codeableConcept()).optional(),
  }),
);

export const medicationRequestShape = lazily(() =>
  z.looseObject({
    resourceType: z.literal('MedicationRequest'),
    ...order(),
    medicationCodeableConcept: codeableConcept().optional(),
    performer: reference().optional(),
  }),
);

export const orderShape = lazily(() =>
  z.discriminatedUnion('resourceType', [serviceRequestShape(), medicationRequestShape()]),
);
export type FhirOrder = z.infer<ReturnType<typeof orderShape>>;

export const resourceShape = lazily(() => z.looseObject({ resourceType: z.string().regex(/^[A-Z][A-Za-z]{2,63}$/) }));
export type Resource = z.infer<ReturnType<typeof resourceShape>>;

export const bundleShape = lazily(() =>
  z.looseObject({
    resourceType: z.literal('Bundle'),
    type: text,
    entry: z.array(z.looseObject({ fullUrl: uri.optional(), resource: resourceShape().optional() })).optional(),
  }),
);

/** First entry of a subscription notification: `Parameters` in R4, `SubscriptionStatus` in R4B. */
export const parametersShape = lazily(() =>
  z.looseObject({
    parameter: z.array(z.looseObject({ name: text, valueCode: text.optional() })).optional(),
  }),
);
