import * as z from 'zod';
import { dynamoAddresses } from '../adapters/dynamo-addresses.ts';
import { dynamoPersonMails } from '../adapters/dynamo-person-mails.ts';
import { MAIL_CLASSES, stepRef } from '../domain/events/data.ts';
import { Fault } from '../domain/faults.ts';
import { changeJourney } from '../domain/journey/change-journey.ts';
import { mailBounced, type ReturnedMail } from '../domain/journey/mail-bounced.ts';
import { ok } from '../domain/outcome.ts';
import { mailReturned } from '../domain/payloads.ts';
import { commonEnvironment, environment } from '../middleware/environment.ts';
import { journeyDeps } from '../middleware/journey-deps.ts';
import { log } from '../middleware/log.ts';
import { coldStart, dynamodbClient, type Runtime } from '../middleware/runtime.ts';
import { taskHandler } from '../middleware/task-handler.ts';

type Returned = z.infer<ReturnType<typeof mailReturned>>;

const WHY = {
  'Email Bounced': 'bounced',
  'Email Complaint Received': 'complained-about',
  'Email Rejected': 'rejected',
} as const;

/** The kind of notice that tells it; one of these that is given back itself calls nobody, or it would go round for ever. */
const ADDRESS_BOUNCED = 'address-bounced';

/** The mail service gave a mail back: its reader knows nothing, so others are told. */
export const create = (runtime: Runtime<'dynamodb'>) => {
  const env = environment(runtime, { ...commonEnvironment, IDENTITIES_TABLE: z.string().min(1) });
  const deps = journeyDeps(runtime, env);
  const personMails = dynamoPersonMails({ client: runtime.clients.dynamodb, table: env.JOURNEYS_TABLE });
  const addresses = dynamoAddresses({ client: runtime.clients.dynamodb, table: env.IDENTITIES_TABLE });
  /** Once a day: what waited for this reader did not arrive, and there is no journey in whose log it would stand. */
  const tellCoordinator = (person: string, site: string): Promise<void> =>
    personMails.ask({
      person,
      id: `${ADDRESS_BOUNCED}-${deps.now().slice(0, 'yyyy-mm-dd'.length)}`,
      notice: { about: 'person', what: ADDRESS_BOUNCED, person, site, class: 'due', to: ['coordinator'] },
      since: deps.now(),
    });
  return taskHandler(deps.clock, mailReturned(), async (returned) => {
    const { journey, reader, site, kind } = returned.tags;
    const [journeyId] = journey ?? [];
    const [to] = reader ?? [];
    if (journeyId === undefined || to === undefined) {
      if (to !== undefined && site !== undefined && kind[0] !== ADDRESS_BOUNCED) await tellCoordinator(to, site[0]);
      if (to !== undefined) await addresses.bounced(to, deps.now());
      // Sent by an earlier release, it has no reader: the alarm on the mail service counts it.
      log('warn', 'mail not delivered', { messageId: returned.messageId, kind: kind[0] });
      return { schemaVersion: 1, recorded: false };
    }
    const mail = {
      ...aboutOf(returned),
      ...classOf(returned),
      to,
      why: WHY[returned.what],
      messageId: returned.messageId,
    };
    const outcome = await changeJourney(deps, journeyId, (scribe) => ok({ value: mailBounced(scribe, mail) }));
    if (!outcome.ok) throw new Fault(`Journey ${journeyId}: ${outcome.refusal.message}`);
    // Last: whoever is to be told next does not wait for the register.
    await addresses.bounced(to, deps.now());
    return { schemaVersion: 1, journeyId, recorded: outcome.value };
  });
};

/** How urgent it was, where it says so. */
function classOf({ tags }: Returned): Pick<ReturnedMail, 'class'> {
  const known = MAIL_CLASSES.find((one) => one === tags.class?.[0]);
  return known === undefined ? {} : { class: known };
}

/** Which rung of which step, or which notice about the journey. */
function aboutOf({ tags: { kind, phase, round, step, rung } }: Returned): Pick<ReturnedMail, 'ref' | 'rung'> {
  if (kind[0] !== 'step') return { rung: kind[0] };
  const parsed = stepRef.safeParse({
    phase: phase?.[0],
    round: Number(round?.[0]),
    step: step?.[0].replaceAll('_', ' '),
  });
  if (!parsed.success || rung === undefined) throw new Fault('Tags of a mail: expected phase, round, step and rung');
  return { ref: parsed.data, rung: rung[0] };
}

export const handler = coldStart(create, { dynamodb: dynamodbClient });
