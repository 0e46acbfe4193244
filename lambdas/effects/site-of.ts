import type { TellingSite } from '../domain/telling/held-until.ts';
import type { EffectDeps } from './effect-deps.ts';

/** How a site tells its people; of one that the configuration has no more, only that it has hours like any other. */
export const siteOf = ({ sites }: Pick<EffectDeps, 'sites'>, { site }: { readonly site: string }): TellingSite =>
  sites.find(({ id }) => id === site) ?? { zone: 'UTC' };
