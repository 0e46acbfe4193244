import type { DeviationClass } from '../deviations/deviation-class.ts';
import type { Actor } from '../events/envelope.ts';
import type { QualityCase } from '../events/site-data.ts';
import { enter } from '../journey/enter.ts';
import { type CommandContext, Scribe, system } from '../journey/scribe.ts';
import { settle } from '../journey/settle.ts';
import type { JourneySite } from '../journey/site-policy.ts';
import { NO_PRODUCT } from './no-product.ts';

interface Opening {
  readonly id: string;
  readonly site: JourneySite;
  /** Who keeps the registers of the site. */
  readonly by: Actor;
}

/** Opens the log of a change, which people then sign step by step. A change has one. */
export function openChange(
  context: Omit<CommandContext, 'protocol'>,
  { id, site, by }: Opening,
  change: Omit<Extract<QualityCase, { kind: 'change-control' }>, 'kind'>,
): Scribe {
  const scribe = opened(context, { id, site, by }, { kind: 'change-control', ...change });
  scribe.claims.push(`change-control:${site.id}:${change.id}`);
  enter(scribe, 'ChangeControl');
  settle(scribe);
  return scribe;
}

/** Opens the log of a deviation that belongs to no patient. It is triaged, investigated and decided as every other. */
export function openSiteDeviation(
  context: Omit<CommandContext, 'protocol'>,
  opening: Opening,
  {
    title,
    deviationClass,
    detail,
  }: { readonly title: string; readonly deviationClass: DeviationClass; readonly detail: string },
): Scribe {
  const scribe = opened(context, opening, { kind: 'deviation', title });
  const at = { phase: 'Deviation', round: 1, step: 'Triage the deviation' } as const;
  // As one that a person raised: it is asked about whatever its class.
  scribe.write('deviation.opened', { kind: 'deviation-raised', class: deviationClass, ...at, detail }, opening.by);
  settle(scribe);
  return scribe;
}

function opened(context: Omit<CommandContext, 'protocol'>, { id, site, by }: Opening, about: QualityCase): Scribe {
  const scribe = new Scribe({ ...context, protocol: NO_PRODUCT }, id);
  scribe.write('case.opened', { site, case: about }, by, { at: context.now, zone: site.zone, known: 'system' });
  scribe.write('run.started', { run: 1, reason: 'opened' }, system('pathway'));
  return scribe;
}
