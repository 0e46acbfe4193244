import { apiBase, apiPath } from './api-path.ts';
import type { Deployment } from './deployment.ts';

/** What the two APIs let in that they should not, in words: operations without a signature, systems by the people's door. */
export async function openDoors({ endpoint, outputs }: Deployment): Promise<readonly string[]> {
  const people = apiBase(outputs.peopleApiUrl);
  const tries = [
    { what: 'worklist without a signature', method: 'GET', path: apiPath(outputs, '/ops/journeys'), refused: [403] },
    { what: 'worklist by the people API', method: 'GET', path: `${people}/ops/journeys`, refused: [403, 404] },
    { what: 'EHR message by the people API', method: 'POST', path: `${people}/ehr/fhir`, refused: [403, 404] },
    { what: 'unsigned EHR message', method: 'POST', path: apiPath(outputs, '/ehr/fhir'), refused: [401] },
  ];
  const open: string[] = [];
  for (const { what, method, path, refused } of tries) {
    const { status } = await fetch(`${endpoint.url}${path}`, { method, ...(method === 'POST' ? { body: '{}' } : {}) });
    if (!refused.includes(status)) open.push(`${what}: got ${status}, expected ${refused.join(' or ')}`);
  }
  return open;
}
