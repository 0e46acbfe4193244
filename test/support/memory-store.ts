import type { JourneyEvent } from '../../lambdas/domain/events/journey-event.ts';
import { fold } from '../../lambdas/domain/journey/apply.ts';
import type { Bindings, Effect } from '../../lambdas/domain/journey/effects.ts';
import type { JourneySummary } from '../../lambdas/domain/journey/summary.ts';
import type { Commit, JourneyStore } from '../../lambdas/domain/ports.ts';

/** The log port in memory, for tests of what decides over it: commits by expected revision, all or nothing. */
export class MemoryStore implements Pick<JourneyStore, 'load' | 'commit'> {
  readonly events: JourneyEvent[] = [];
  readonly effects: Effect[] = [];
  summary: JourneySummary | undefined;
  revision = 0;
  #bindings: Bindings = {};
  /** Called between a read and the commit that follows it: where another writer can be first. */
  beforeCommit: () => void = () => undefined;

  async load() {
    const state = fold(this.events);
    if (state === undefined) return undefined;
    const head = this.events.at(-1)?.hash ?? '';
    return { events: [...this.events], state, head, revision: this.revision, bindings: this.#bindings };
  }

  async commit({ expected, events, bindings, effects, summary }: Commit): Promise<'done' | 'conflict' | 'claimed'> {
    this.beforeCommit();
    if (expected !== this.revision) return 'conflict';
    this.revision += 1;
    this.events.push(...events);
    this.effects.push(...effects);
    this.#bindings = bindings;
    this.summary = summary;
    return 'done';
  }
}
