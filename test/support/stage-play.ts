import { steps } from '../../lambdas/domain/steps/index.ts';
import { STEPS } from '../../lambdas/domain/vocabulary.ts';
import { type Played, playScenario } from '../../local/scenario/run-scenario.ts';
import type { Scenario } from '../../local/scenario/scenario.ts';
import type { Reply, SeenMail, World } from '../../local/scenario/world.ts';
import { isSignature } from './before-signature.ts';
import type { TestStage } from './stage.ts';
import { lockstep } from './stage-lockstep.ts';

/** A person is about to sign: for the `n`-th time in this journey, from 1. */
export interface Signing {
  readonly n: number;
  readonly journeyId: string;
  /** Path of the link. */
  readonly path: string;
  readonly submission: Readonly<Record<string, unknown>> & { readonly decision: string };
  /** Sends the signature; with the newest content and nonce when `anew`. */
  send(anew?: boolean): Promise<Reply>;
}

/** What happens around a signature; answers what the person's program shall see. */
export type Around = (signing: Signing) => Promise<Reply>;

/** Steps by which a deviation is handled. */
const HANDLING = ['Triage the deviation', 'Investigate the deviation', 'Decide on the deviation'] as const;
/** Those of their decisions that no other step takes; what brief journeys decide of them is among these. */
const handlingDecisions = HANDLING.flatMap((step) => Object.keys(steps[step].decisions)).filter((decision) =>
  STEPS.every((step) => HANDLING.some((one) => one === step) || !Object.hasOwn(steps[step].decisions, decision)),
);

/** Whether a stream of a log is about a deviation that is handled beside the course. */
export const isHandling = (stream: string): boolean => /^(Deviation|.* the deviation) \d+$/.test(stream);

let orders = 0;

/** Plays one scenario several times side by side on one stage, each with its own trouble around the signatures. */
export async function playTogether(
  stage: TestStage,
  scenario: Scenario,
  arounds: readonly (Around | undefined)[],
): Promise<readonly Played[]> {
  const together = lockstep(stage.world, arounds.length);
  return Promise.all(
    arounds.map(async (around) => {
      orders += 1;
      const world = ownWorld(stage, together.world, around ?? ((signing) => signing.send()));
      try {
        return await playScenario(world, scenario, {
          webhookSecret: stage.webhookSecret,
          order: `ORDER-${orders}`,
        });
      } finally {
        together.leave();
      }
    }),
  );
}

/** The world of one journey: only its own mail and that of the case that its story opens, and trouble around its signatures. */
function ownWorld({ stack }: TestStage, world: World, around: Around): World {
  let journeyId = '';
  const own = new Set<string>();
  let signings = 0;
  const ownMails: SeenMail[] = [];
  let seen = 0;
  return {
    ...world,
    async mails(after) {
      const fresh = stack.outbox(seen);
      seen += fresh.length;
      for (const { tags, at, to, subject, text = '' } of fresh) {
        if (tags.journey !== undefined && own.has(tags.journey)) ownMails.push({ at, to, subject, text });
      }
      return ownMails.slice(after);
    },
    async openCase(script) {
      if (world.openCase === undefined) throw new Error(`Cases cannot be opened in world ${world.name}`);
      const id = await world.openCase(script);
      own.add(id);
      return id;
    },
    async request(path, init) {
      if (isSignature(path, init)) {
        const submission = JSON.parse(init.body ?? '{}') as Signing['submission'];
        // What trouble led to is signed without trouble, and is not counted: the others keep their numbers.
        if (handlingDecisions.includes(submission.decision)) return world.request(path, init);
        signings += 1;
        return around({
          n: signings,
          journeyId,
          path,
          submission,
          send: async (anew = false) => {
            const body = JSON.stringify({ ...submission, ...(anew ? await contentOf(world, path) : {}) });
            return world.request(path, { ...init, body });
          },
        });
      }
      const reply = await world.request(path, init);
      if (path === '/ehr/fhir') {
        journeyId = (reply.body as { journeyId: string }).journeyId;
        own.add(journeyId);
      }
      return reply;
    },
  };
}

async function contentOf(world: World, path: string): Promise<{ contentHash: string; nonce: string }> {
  const { body } = await world.request(path, { method: 'GET', headers: { accept: 'application/json' } });
  const { contentHash, nonce } = body as { contentHash: string; nonce: string };
  return { contentHash, nonce };
}
