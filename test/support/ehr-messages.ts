/** FHIR as an EHR sends it, for an invented patient; each test changes what it is about. */
type Json = Record<string, unknown>;

export const patient = (change: Json = {}): Json => ({
  resourceType: 'Patient',
  id: 'p1',
  identifier: [{ system: 'urn:oid:1.2.3.4.6', value: 'MRN-1' }],
  name: [{ family: 'Example', given: ['Erin'] }],
  birthDate: '1961-04-05',
  ...change,
});

export const serviceRequest = (change: Json = {}): Json => ({
  resourceType: 'ServiceRequest',
  id: 'order-1',
  identifier: [
    {
      type: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v2-0203', code: 'PLAC' }] },
      system: 'urn:oid:1.2.3.4.5',
      value: 'PLC-778',
    },
  ],
  status: 'active',
  intent: 'order',
  code: { coding: [{ system: 'urn:atmp-journey:protocol', code: 'kymriah' }] },
  locationCode: [{ coding: [{ system: 'urn:atmp-journey:site', code: 'site-1' }] }],
  subject: { reference: 'Patient/p1' },
  authoredOn: '2026-11-22T10:14:00+01:00',
  ...change,
});

export const medicationRequest = (change: Json = {}): Json => {
  const { code, locationCode: _, ...same } = serviceRequest();
  return {
    ...same,
    resourceType: 'MedicationRequest',
    medicationCodeableConcept: code,
    performer: { identifier: { system: 'urn:atmp-journey:site', value: 'site-1' } },
    ...change,
  };
};

export const bundle = (...resources: Json[]): Json => ({
  resourceType: 'Bundle',
  type: 'collection',
  entry: resources.map((resource) => ({ resource })),
});

/** A subscription notification as the R4 backport sends it, with these resources. */
export const notification = (type: string, ...resources: Json[]): Json => ({
  resourceType: 'Bundle',
  type: 'history',
  entry: [
    {
      resource: {
        resourceType: 'Parameters',
        parameter: [
          { name: 'subscription', valueReference: { reference: 'https://ehr.example/fhir/Subscription/s1' } },
          { name: 'type', valueCode: type },
        ],
      },
    },
    ...resources.map((resource) => ({ resource })),
  ],
});
