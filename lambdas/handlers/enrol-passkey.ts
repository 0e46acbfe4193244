import * as z from 'zod';
import { dynamoAddresses } from '../adapters/dynamo-addresses.ts';
import { dynamoPasskeys } from '../adapters/dynamo-passkeys.ts';
import { dynamoStaffDirectory } from '../adapters/dynamo-staff-directory.ts';
import { setPinByTicket } from '../adapters/pin-by-ticket.ts';
import { PIN_COST } from '../adapters/pin-hash.ts';
import { kmsPinKey } from '../adapters/pin-key.ts';
import { jitterFrom } from '../adapters/transact.ts';
import { lazily } from '../domain/lazily.ts';
import { addPasskey, sayOptions, showEnrolment } from '../enrolment/add-passkey.ts';
import type { EnrolmentDeps } from '../enrolment/enrolment-deps.ts';
import { passkeyScript } from '../enrolment/passkey-script.ts';
import { type ProvingDeps, proveAddress, showAddress } from '../enrolment/prove-address.ts';
import { setPin } from '../enrolment/set-pin.ts';
import { apiHandler } from '../middleware/api-handler.ts';
import { commonEnvironment, environment, sites } from '../middleware/environment.ts';
import { functionClock } from '../middleware/function-clock.ts';
import { isForm } from '../middleware/http.ts';
import { postedByPeople } from '../middleware/posted-by-people.ts';
import { coldStart, dynamodbClient, kmsClient, type Runtime } from '../middleware/runtime.ts';

const schema = lazily(() => ({
  ...commonEnvironment,
  IDENTITIES_TABLE: z.string().min(1),
  PIN_KEY_ARN: z.string().min(1),
  PUBLIC_URL: z.url(),
  SITES: sites(),
}));

/**
 * Sets the PIN or adds a passkey of a member of staff by the ticket they were given, hands out the scripts that pages use for passkeys, and
 * hears that a test mail was read.
 */
export const create = (runtime: Runtime<'dynamodb' | 'kms'>) => {
  const env = environment(runtime, schema());
  const { dynamodb, kms } = runtime.clients;
  const clock = functionClock(runtime, env);
  const pins = {
    client: dynamodb,
    table: env.IDENTITIES_TABLE,
    pinKey: kmsPinKey(kms, env.PIN_KEY_ARN),
    pinCost: PIN_COST,
    randomBytes: runtime.randomBytes,
  };
  const deps: EnrolmentDeps & ProvingDeps = {
    addresses: dynamoAddresses({ client: dynamodb, table: env.IDENTITIES_TABLE }),
    staff: dynamoStaffDirectory({ client: dynamodb, table: env.IDENTITIES_TABLE }),
    passkeys: dynamoPasskeys({ client: dynamodb, table: env.IDENTITIES_TABLE }, jitterFrom(runtime.randomBytes)),
    sites: env.SITES,
    publicUrl: env.PUBLIC_URL,
    setPin: (ticket, pin) => setPinByTicket(pins, ticket, pin, clock.now()),
    now: clock.now,
  };
  return apiHandler(
    clock,
    postedByPeople(async (request) => {
      if (request.parameters.file !== undefined) return passkeyScript(request, runtime.env);
      if (request.path.startsWith('/addresses/'))
        return request.method === 'POST' ? proveAddress(deps, request) : showAddress(deps, request);
      if (request.method !== 'POST') return showEnrolment(deps, request);
      if (isForm(request)) return setPin(deps, request);
      return request.path.endsWith('/options') ? sayOptions(deps, request) : addPasskey(deps, request);
    }),
  );
};

export const handler = coldStart(create, { dynamodb: dynamodbClient, kms: kmsClient });
