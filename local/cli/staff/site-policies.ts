import * as z from 'zod';
import { sitePolicy } from '../../../lambdas/domain/journey/site-policy.ts';
import { embeddedConfig } from '../../../lib/embedded-config.ts';
import { jsonFile } from '../json-text.ts';
import { Trouble } from '../trouble.ts';

/** Where the sites of a deployment are described: where a table of AWS is named, in its cdk.json. */
export const CONFIG_OPTION = {
  config: { type: 'string', default: 'cdk.json', description: 'settings of the deployment, where --table is given' },
} as const;

const siteShape = z.object({ id: z.string(), zone: z.string(), policy: sitePolicy() });
type NamedSite = z.infer<typeof siteShape>;
const shape = z.object({ context: z.object({ atmp: z.object({ sites: z.array(siteShape) }) }) });

/** A site as it is configured. */
export function siteNamed(
  site: string,
  { table, config }: { readonly table?: string | undefined; readonly config: string },
): NamedSite {
  const sites = table === undefined ? embeddedConfig().sites : fromFile(config);
  const found = sites.find(({ id }) => id === site);
  if (found === undefined) {
    throw new Trouble(`${config}: got sites ${sites.map(({ id }) => id).join(', ')}, expected one named ${site}`);
  }
  return found;
}

function fromFile(path: string): readonly NamedSite[] {
  const parsed = shape.safeParse(jsonFile(path));
  if (!parsed.success) throw new Trouble(`${path}: ${z.prettifyError(parsed.error)}`);
  return parsed.data.context.atmp.sites;
}
