import type { APIGatewayProxyEvent, Context } from 'aws-lambda';
import { dynamoStaffRegister } from '../../lambdas/adapters/dynamo-staff-register.ts';
import { kmsPinKey } from '../../lambdas/adapters/pin-key.ts';
import type { Role } from '../../lambdas/domain/vocabulary.ts';
import { create } from '../../lambdas/handlers/referral.ts';
import { EXAMPLE_JOINING, EXAMPLE_PIN_COST } from '../../local/scenario/staff.ts';
import type { Webhook } from './ehr-webhook.ts';
import { randomBytes } from './journeys.ts';
import { IDENTITY } from './pin-key.ts';

export const PIN = '246810';

export interface Shown {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly text: string;
}

/** A referral of the patient of `ehr-messages.ts`; each test changes what it is about. */
export const referral = (change: Readonly<Record<string, string>> = {}): Record<string, string> => ({
  site: 'site-1',
  protocol: 'kymriah',
  identifierSystem: 'urn:oid:1.2.3.4.6',
  identifierValue: 'MRN-1',
  patientName: 'Erin Example',
  birthDate: '1961-04-05',
  referralReference: 'letter 12',
  ...change,
});

/** The real handler of referrals over the tables of a webhook, with coordinators of both sites and a physician. */
export async function openDoor(
  { client, tables, runtime }: Webhook,
  issuers: readonly { system: string; name: string }[] = [],
) {
  const pinKey = kmsPinKey(runtime.clients.kms, 'arn:pin');
  const staff = dynamoStaffRegister({
    client,
    table: tables.identities,
    pinKey,
    randomBytes,
    pinCost: EXAMPLE_PIN_COST,
  });
  const add = (id: string, role: Role, site: string) =>
    staff.putStaff(
      {
        id,
        name: 'Chris',
        mail: `${id}@hospital.example`,
        roles: [role],
        site,
        language: 'en',
        active: true,
        identity: IDENTITY,
      },
      EXAMPLE_JOINING,
      PIN,
    );
  await add('coordinator', 'coordinator', 'site-1');
  await add('other', 'coordinator', 'site-2');
  await add('physician', 'physician', 'site-1');
  const env = { ...runtime.env, PATIENT_IDENTIFIERS: JSON.stringify(issuers) };
  const handler = create({ ...runtime, env });

  const request = async (change: Partial<APIGatewayProxyEvent>): Promise<Shown> => {
    const event = { httpMethod: 'GET', path: '/referrals', headers: {}, body: null, ...change } as APIGatewayProxyEvent;
    const { statusCode, headers = {}, body } = await handler(event, {} as Context);
    return { status: statusCode, headers, text: body };
  };
  const offer = async () => JSON.parse((await request({ headers: { Accept: 'application/json' } })).text);

  return {
    request,
    offer,
    nonce: async (): Promise<string> => String((await offer()).nonce),
    /** Posts JSON. */
    async post(body: unknown) {
      const text = typeof body === 'string' ? body : JSON.stringify(body);
      const answer = await request({
        httpMethod: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/json' },
        body: text,
      });
      return { status: answer.status, body: JSON.parse(answer.text) as Record<string, unknown> };
    },
    /** Posts the form of the page. */
    postForm: (pairs: Readonly<Record<string, string>>, language = 'en') =>
      request({
        httpMethod: 'POST',
        headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
        queryStringParameters: { lang: language },
        body: new URLSearchParams(pairs).toString(),
      }),
  };
}
export type Door = Awaited<ReturnType<typeof openDoor>>;

/** What the form of the page posts for a referral. */
export const formOf = (values: Readonly<Record<string, string>>, own: Readonly<Record<string, string>>) => ({
  ...Object.fromEntries(Object.entries(values).map(([name, value]) => [`referral.${name}`, value])),
  ...own,
});
