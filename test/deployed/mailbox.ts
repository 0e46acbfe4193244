import * as z from 'zod';
import type { Instant } from '../../lambdas/domain/time.ts';
import type { Endpoint } from '../../local/cli/signed-request.ts';
import type { SeenMail } from '../../local/scenario/world.ts';

const PATH = '/_ministack/ses/messages';
const sent = z.object({
  messages: z.record(
    z.string(),
    z.array(z.object({ To: z.array(z.string()), Subject: z.string(), BodyText: z.string() })),
  ),
});

/** The mails SES took, from the one after the first `skipped` on. Each is dated when it is first seen here. */
export class Mailbox {
  readonly #endpoint: Endpoint;
  readonly #now: () => Instant;
  readonly #seen: SeenMail[] = [];
  readonly #skipped: number;

  private constructor(endpoint: Endpoint, now: () => Instant, skipped: number) {
    this.#endpoint = endpoint;
    this.#now = now;
    this.#skipped = skipped;
  }

  /** A mailbox that is empty now, whatever was sent before. */
  static async emptyAt(endpoint: Endpoint, now: () => Instant): Promise<Mailbox> {
    return new Mailbox(endpoint, now, (await fetchMails(endpoint)).length);
  }

  async mails(): Promise<readonly SeenMail[]> {
    const all = await fetchMails(this.#endpoint);
    const at = this.#now();
    for (const { To, Subject, BodyText } of all.slice(this.#skipped + this.#seen.length)) {
      this.#seen.push({ at, to: To, subject: Subject, text: BodyText });
    }
    return this.#seen;
  }
}

async function fetchMails(endpoint: Endpoint): Promise<z.infer<typeof sent>['messages'][string]> {
  const reply = await fetch(`${endpoint.url}${PATH}`);
  if (!reply.ok) {
    throw new Error(
      `Mail: GET ${PATH} got ${reply.status}. This test reads mail where MiniStack shows it; another emulator needs its own way in test/deployed/mailbox.ts`,
    );
  }
  return Object.values(sent.parse(await reply.json()).messages).flat();
}
