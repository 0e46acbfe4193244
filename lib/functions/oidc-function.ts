import type { Construct } from 'constructs';
import { JourneyFunction, type JourneyFunctionProps } from '../constructs/journey-function.ts';
import { loginsTable } from '../constructs/logins-table.ts';
import { appendJourneys, identities, keepLogins, readManyStaff, readSecret } from './access.ts';
import { commonEnvironment, type FunctionContext, sitesJson } from './shared.ts';

type Door = Pick<JourneyFunctionProps, 'timeout' | 'logsKey' | 'bundled' | 'reservedConcurrency'>;

/** Signing and signing in by the hospital's OpenID Connect provider; nothing where the deployment has none. */
export function oidcFunction(scope: Construct, context: FunctionContext, door: Door): JourneyFunction | undefined {
  const { config, oidcSecret, journeys } = context;
  if (config.oidc === undefined || oidcSecret === undefined) return undefined;
  const logins = loginsTable(scope, journeys.key);
  return new JourneyFunction(scope, {
    ...door,
    job: 'sign-with-oidc',
    description: 'Signs, and signs in, by the OpenID Connect provider of the hospital',
    environment: {
      ...commonEnvironment(context),
      IDENTITIES_TABLE: context.identities.table.tableName,
      LOGINS_TABLE: logins.tableName,
      OIDC_ISSUER: config.oidc.issuer,
      OIDC_CLIENT_ID: config.oidc.clientId,
      OIDC_SUBJECT_CLAIM: config.oidc.subjectClaim,
      OIDC_SECRET_ARN: oidcSecret.secretArn,
      PUBLIC_URL: config.publicUrl,
      SITES: sitesJson(context),
    },
    access: [
      ...appendJourneys(journeys),
      ...identities(context.identities, ['PutItem', 'UpdateItem']),
      readManyStaff(context.identities),
      ...keepLogins({ table: logins, key: journeys.key }),
      ...readSecret('ReadOidcSecret', oidcSecret),
    ],
  });
}
