import type { SitePolicy } from '../../lambdas/domain/journey/site-policy.ts';
import { embeddedConfig } from '../../lib/embedded-config.ts';

/** The sites of the embedded configuration, which is what is simulated unless others are asked for. */
export const KNOWN_SITES: readonly { readonly id: string; readonly zone: string; readonly policy?: SitePolicy }[] =
  embeddedConfig().sites;

export function zoneOf(site: string): string {
  const found = KNOWN_SITES.find(({ id }) => id === site);
  if (found === undefined)
    throw new Error(`Site: got ${site}, expected one of ${KNOWN_SITES.map(({ id }) => id).join(', ')}`);
  return found.zone;
}
