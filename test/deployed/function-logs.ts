import * as z from 'zod';
import { type Endpoint, signedFetch } from '../../local/cli/signed-request.ts';
import { PREFIX } from './deploy.ts';

const groups = z.object({ logGroups: z.array(z.object({ logGroupName: z.string() })) });
const lines = z.object({ events: z.array(z.object({ message: z.string() })) });
const MOST_LINES = 20;

/** The newest lines that functions wrote about something that went wrong: for the report of a failed test. */
export async function troubleInLogs(endpoint: Endpoint): Promise<readonly string[]> {
  const found: string[] = [];
  const { logGroups } = groups.parse(await logs(endpoint, 'DescribeLogGroups', {}));
  for (const { logGroupName } of logGroups.filter(({ logGroupName }) => logGroupName.includes(PREFIX))) {
    const { events } = lines.parse(await logs(endpoint, 'FilterLogEvents', { logGroupName, limit: 10_000 }));
    const trouble = events.filter(({ message }) => /"level":"(warn|error)"|Error|Task timed out/.test(message));
    found.push(...trouble.slice(-MOST_LINES).map(({ message }) => `${logGroupName}: ${message.trim().slice(0, 600)}`));
  }
  return found;
}

async function logs(endpoint: Endpoint, operation: string, body: Readonly<Record<string, unknown>>): Promise<unknown> {
  const reply = await signedFetch(endpoint, {
    service: 'logs',
    method: 'POST',
    path: '/',
    headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': `Logs_20140328.${operation}` },
    body: JSON.stringify(body),
  });
  if (!reply.ok) throw new Error(`Logs ${operation}: expected 200, got ${reply.status}`);
  return reply.json();
}
