import { deadlineOf } from '../domain/clocks/deadline.ts';
import { roleOf } from '../domain/journey/role-of.ts';
import { maySeeState } from '../domain/worklist/reader.ts';
import type { Sites } from '../middleware/environment.ts';
import type { LinkView } from '../pages/link-page.ts';
import type { OpenedBy } from './opened-by.ts';
import type { OpenedStep } from './opened-step.ts';

/** What a link tells whoever holds it: no more than the mail it came in. */
export function linkView(
  { sites }: { readonly sites: Sites },
  { stored: { state }, step, protocol }: OpenedStep,
  by: Exclude<OpenedBy, { who: 'asked' }>,
  path: string,
): LinkView {
  return {
    journeyId: state.id,
    step: step.step,
    role: roleOf(state, step),
    site: sites.find(({ id }) => id === state.site.id)?.name ?? state.site.id,
    dueAt: deadlineOf(state, step, protocol).at,
    zone: state.site.zone,
    path,
    ...(step.assignedTo === undefined ? {} : { givenTo: masked(step.assignedTo) }),
    ...(by.who === 'nobody'
      ? {}
      : { reader: { name: by.reader.member.name, seesTimeline: maySeeState(by.reader.member, state) } }),
  };
}

/** Enough to know oneself by, and nobody else. */
const masked = (userId: string): string => `${userId.slice(0, 1)}•••`;
