import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { AwsIdentity } from './signed-request.ts';
import { Trouble } from './trouble.ts';
import { isLoopback, urlUnder } from './url-under.ts';

const API_HOST = /\.execute-api\.([a-z0-9-]+)\.amazonaws\.com(\.cn)?$/;

/**
 * As whom operations call a deployed stack: the credentials every AWS tool finds (environment, profile, SSO), for the
 * region of the API. Undefined for this machine, where nothing is signed.
 *
 * @throws Trouble without credentials or region, or where they would be sent without TLS
 */
export async function awsIdentity(url: string): Promise<AwsIdentity | undefined> {
  if (isLoopback(url)) return undefined;
  const { protocol, hostname } = urlUnder(url, '');
  if (protocol !== 'https:') throw new Trouble(`URL: got ${url}, expected https for another machine`);
  // Only its configuration is used: each client of the SDK finds credentials and region in the same places.
  const region = API_HOST.exec(hostname)?.[1];
  const { config } = new DynamoDBClient(region === undefined ? {} : { region });
  const [{ accessKeyId, secretAccessKey, sessionToken }, found] = await Promise.all([
    config.credentials().catch((cause: unknown) => {
      throw new Trouble('AWS credentials: found none, expected those of somebody who may call /ops. Sign in first', {
        cause,
      });
    }),
    config.region().catch((cause: unknown) => {
      throw new Trouble(`AWS region of ${hostname}: expected AWS_REGION or a profile with a region`, { cause });
    }),
  ]);
  return { region: found, accessKeyId, secretAccessKey, ...(sessionToken === undefined ? {} : { sessionToken }) };
}
