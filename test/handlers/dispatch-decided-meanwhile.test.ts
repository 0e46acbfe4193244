import type { Context, DynamoDBStreamEvent } from 'aws-lambda';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dynamoHeldMail } from '../../lambdas/adapters/dynamo-held-mail.ts';
import { dynamoJourneyStore } from '../../lambdas/adapters/dynamo-journey-store.ts';
import { dynamoPersonMails } from '../../lambdas/adapters/dynamo-person-mails.ts';
import { dynamoStaffRegister } from '../../lambdas/adapters/dynamo-staff-register.ts';
import type { AskedNotice } from '../../lambdas/domain/journey/notice.ts';
import { summaryOf } from '../../lambdas/domain/journey/summary.ts';
import type { JourneyStore } from '../../lambdas/domain/ports.ts';
import { SIDE_PHASES } from '../../lambdas/domain/vocabulary.ts';
import { create } from '../../lambdas/handlers/dispatch.ts';
import type { Clients } from '../../lambdas/middleware/runtime.ts';
import { EXAMPLE_JOINING, EXAMPLE_PIN_COST } from '../../local/scenario/staff.ts';
import { startInMemory, type TestDynamo } from '../support/dynamodb.ts';
import { type JourneyDriver, value } from '../support/journey-driver.ts';
import { randomBytes } from '../support/journeys.ts';
import { IDENTITY, pinKey } from '../support/pin-key.ts';
import { Walk } from '../support/walk.ts';

let dynamo: TestDynamo;
let identities: string;
beforeAll(async () => {
  dynamo = await startInMemory();
  identities = (await dynamo.tables()).identities;
  const access = { client: dynamo.client, table: identities };
  const pins = { pinKey, randomBytes, pinCost: EXAMPLE_PIN_COST, notTaken: () => undefined };
  const register = dynamoStaffRegister({ ...access, ...pins });
  const ties = { roles: ['coordinator'], site: 'site-1', language: 'en', active: true, identity: IDENTITY } as const;
  for (const id of ['cam', 'kim', 'lou']) {
    const mails = id === 'kim' ? { mails: 'digest' as const } : {};
    value(
      await register.putStaff({ id, name: id, mail: `${id}@hospital.example`, ...mails, ...ties }, EXAMPLE_JOINING),
    );
  }
});
afterAll(() => dynamo.stop());

/** Writes what the journey has more than the table, as the function that signs does. */
async function commit(store: JourneyStore, journey: JourneyDriver, expected: number, notice?: AskedNotice) {
  const { state, now, protocol } = journey;
  const events = journey.events.slice((await store.load(state.id))?.state.seq ?? 0);
  const effects = notice === undefined ? [] : ([{ kind: 'mail', notice }, { kind: 'schedule' }] as const);
  const summary = summaryOf(state, protocol, {}, now);
  const written = { journeyId: state.id, events, state, bindings: {}, effects, summary, now, claims: [] };
  expect(await store.commit({ expected, ...written })).toBe('done');
}

type Held = 'told at once' | 'waited for cam' | 'waited for the digest of kim';

/**
 * Coordinators are asked for the first step, which is decided before the call of the number `decidedBefore` that dispatch
 * makes to any service. Gives how many calls there were, and by which of them mails were handed over.
 */
async function played(
  held: Held,
  decidedBefore: number,
): Promise<{ readonly calls: number; readonly mails: number[] }> {
  const { journey } = new Walk({ acknowledging: false });
  const [step] = journey.open;
  if (step === undefined) throw new Error('expected an open step');
  const { journeys: table } = await dynamo.tables();
  const access = { client: dynamo.client, table };
  const store = dynamoJourneyStore({ ...access, randomBytes });
  const { phase, round, step: name } = step;
  const ref = { phase, round, step: name };
  const notice: AskedNotice = { about: 'step', ref, rung: 'asked', class: 'info', to: ['coordinator'], linkSeq: 1 };
  await commit(store, journey, 0, held === 'told at once' ? notice : undefined);
  if (held !== 'told at once') {
    const reader = held === 'waited for cam' ? 'cam' : 'kim';
    const waits = { journeyId: journey.state.id, notice, since: journey.now, role: 'coordinator' } as const;
    await dynamoHeldMail(access, dynamoPersonMails(access)).hold(reader, journey.now, waits);
  }

  let calls = 0;
  const mails: number[] = [];
  const before = async (): Promise<void> => {
    calls += 1;
    if (calls !== decidedBefore) return;
    value(journey.sign(ref, 'registered'));
    await commit(store, journey, 1);
  };
  const quiet = {
    send: async () => {
      await before();
      return {};
    },
  };
  const clients = {
    dynamodb: {
      send: async (...given: Parameters<typeof dynamo.client.send>) => {
        await before();
        return dynamo.client.send(...given);
      },
    },
    ses: {
      send: async () => {
        await before();
        mails.push(calls);
        return { MessageId: 'm' };
      },
    },
    ...{ events: quiet, scheduler: quiet, secrets: quiet, sfn: quiet },
  } as unknown as Clients;
  const handler = create({
    env: {
      RELEASE_VERSION: '0.0.0',
      RELEASE_COMMIT: 'test',
      JOURNEYS_TABLE: table,
      IDENTITIES_TABLE: identities,
      PUBLIC_URL: 'https://atmp.example.org',
      MAIL_FROM: 'atmp@hospital.example',
      MAIL_CONFIGURATION_SET: 'mails',
      MACHINES: JSON.stringify(Object.fromEntries(['PatientJourney', ...SIDE_PHASES].map((name) => [name, 'machine']))),
      MACHINES_AT: 'arn:',
      SCHEDULE_GROUP: 'group',
      SCHEDULE_ROLE_ARN: 'role',
      JOURNEY_DUE_ARN: 'due',
      SCHEDULE_DLQ_ARN: 'dlq',
      BUS_NAME: 'bus',
      TELLING: '[{"id":"site-1","zone":"Europe/Berlin"}]',
    },
    now: () => journey.now,
    randomBytes,
    clients,
  });
  for (const { journeyId, id } of await store.pending({ before: '2099', limit: 9 })) {
    const NewImage = { journeyId: { S: journeyId }, effectId: { S: id } };
    const wakeUp = { Records: [{ dynamodb: { NewImage } }] } as unknown as DynamoDBStreamEvent;
    expect(await handler(wakeUp, {} as Context)).toEqual({ batchItemFailures: [] });
  }
  return { calls, mails };
}

test.each<[Held, number]>([
  ['told at once', 2],
  ['waited for cam', 1],
  ['waited for the digest of kim', 1],
])('no mail is handed over once dispatch could read the decision: %s', async (held, mailsBefore) => {
  const undisturbed = await played(held, Number.POSITIVE_INFINITY);
  expect(undisturbed.mails.length).toBe(mailsBefore);
  for (let decidedBefore = 1; decidedBefore <= undisturbed.calls; decidedBefore += 1) {
    const { mails } = await played(held, decidedBefore);
    // A mail that is on its way when the decision comes is the last.
    expect({ decidedBefore, late: mails.filter((call) => call > decidedBefore) }).toEqual({ decidedBefore, late: [] });
  }
});
