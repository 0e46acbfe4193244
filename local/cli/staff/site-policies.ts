import * as z from 'zod';
import { type SitePolicy, sitePolicy } from '../../../lambdas/domain/journey/site-policy.ts';
import { embeddedConfig } from '../../../lib/embedded-config.ts';
import { jsonFile } from '../json-text.ts';
import { Trouble } from '../trouble.ts';

/** What the sites of a deployment decide for themselves: where a table of AWS is named, from its cdk.json. */
export const CONFIG_OPTION = {
  config: { type: 'string', default: 'cdk.json', description: 'settings of the deployment, where --table is given' },
} as const;

const shape = z.object({
  context: z.object({ atmp: z.object({ sites: z.array(z.object({ id: z.string(), policy: sitePolicy })) }) }),
});

export function policyOfSite(
  site: string,
  { table, config }: { readonly table?: string | undefined; readonly config: string },
): SitePolicy {
  const sites = table === undefined ? embeddedConfig().sites : fromFile(config);
  const found = sites.find(({ id }) => id === site);
  if (found === undefined) {
    throw new Trouble(`${config}: got sites ${sites.map(({ id }) => id).join(', ')}, expected one named ${site}`);
  }
  return found.policy;
}

function fromFile(path: string): readonly { readonly id: string; readonly policy: SitePolicy }[] {
  const parsed = shape.safeParse(jsonFile(path));
  if (!parsed.success) throw new Trouble(`${path}: ${z.prettifyError(parsed.error)}`);
  return parsed.data.context.atmp.sites;
}
