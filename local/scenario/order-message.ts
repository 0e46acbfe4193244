import { createHmac } from 'node:crypto';
import type { Instant } from '../../lambdas/domain/time.ts';

/** An order as an EHR sends it: a ServiceRequest with its Patient, for an invented patient. */
export function orderMessage({
  protocol,
  order,
  site,
  authoredOn,
  family = 'Example',
}: {
  protocol: string;
  order: string;
  site: string;
  authoredOn: Instant;
  family?: string;
}): string {
  return JSON.stringify({
    resourceType: 'Bundle',
    type: 'collection',
    timestamp: authoredOn,
    entry: [
      {
        fullUrl: 'urn:uuid:0b7a6f3e-8f0c-4c11-9d35-4b5fbe0f9a01',
        resource: {
          resourceType: 'ServiceRequest',
          identifier: [
            {
              type: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v2-0203', code: 'PLAC' }] },
              system: 'urn:oid:1.2.3.4.5',
              value: order,
            },
          ],
          status: 'active',
          intent: 'order',
          code: { coding: [{ system: 'urn:atmp-journey:protocol', code: protocol }] },
          locationCode: [{ coding: [{ system: 'urn:atmp-journey:site', code: site }] }],
          subject: { reference: 'urn:uuid:6d0c3b1a-52c4-4a1c-8a49-6f0a3f1f7c02' },
          authoredOn,
        },
      },
      {
        fullUrl: 'urn:uuid:6d0c3b1a-52c4-4a1c-8a49-6f0a3f1f7c02',
        resource: {
          resourceType: 'Patient',
          identifier: [{ system: 'urn:oid:1.2.3.4.6', value: `MRN-${order}` }],
          name: [{ family, given: ['Erin'] }],
          birthDate: '1961-04-05',
        },
      },
    ],
  });
}

/** Headers of Standard Webhooks 1.0.0 for a body; `secret` is `whsec_` and base64. */
export function signedHeaders(secret: string, id: string, at: Instant, body: string): Record<string, string> {
  const timestamp = String(Math.floor(Date.parse(at) / 1000));
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
  return {
    'content-type': 'application/fhir+json',
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': `v1,${signature}`,
  };
}
