import { apiBase, apiPath } from './api-path.ts';
import type { Deployment } from './deployment.ts';

/**
 * What the doors of the two APIs do otherwise than they must, in words: operations without a signature, systems by the
 * people's door, people by the systems' door; the form of a referral is shown, an empty one is not taken.
 */
export async function openDoors({ endpoint, outputs }: Deployment): Promise<readonly string[]> {
  const people = apiBase(outputs.peopleApiUrl);
  const integration = apiBase(outputs.integrationApiUrl);
  const tries = [
    { what: 'worklist without a signature', method: 'GET', path: apiPath(outputs, '/ops/journeys'), expected: [403] },
    { what: 'worklist by the people API', method: 'GET', path: `${people}/ops/journeys`, expected: [403, 404] },
    { what: 'EHR message by the people API', method: 'POST', path: `${people}/ehr/fhir`, expected: [403, 404] },
    { what: 'unsigned EHR message', method: 'POST', path: apiPath(outputs, '/ehr/fhir'), expected: [401] },
    { what: 'referral by the integration API', method: 'GET', path: `${integration}/referrals`, expected: [403, 404] },
    { what: 'form of a referral', method: 'GET', path: `${people}/referrals`, expected: [200] },
    { what: 'empty referral', method: 'POST', path: `${people}/referrals`, expected: [422] },
  ];
  const wrong: string[] = [];
  for (const { what, method, path, expected } of tries) {
    const body = method === 'POST' ? { headers: { 'content-type': 'application/json' }, body: '{}' } : {};
    const { status } = await fetch(`${endpoint.url}${path}`, { method, ...body });
    if (!expected.includes(status)) wrong.push(`${what}: got ${status}, expected ${expected.join(' or ')}`);
  }
  return wrong;
}
