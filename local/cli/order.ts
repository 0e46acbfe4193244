import { randomUUID } from 'node:crypto';
import { defineCommand } from 'citty';
import { protocols } from '../../lambdas/adapters/protocols.ts';
import { orderMessage, signedHeaders } from '../scenario/order-message.ts';
import { EXAMPLE_SITE } from '../scenario/staff.ts';
import { call, URL_OPTION } from './api.ts';
import { print, printJson } from './print.ts';
import { Trouble } from './trouble.ts';
import { urlUnder } from './url-under.ts';

export const order = defineCommand({
  meta: {
    name: 'order',
    description: 'Sends a signed EHR order for an invented patient, or prints it as a curl command',
  },
  args: {
    protocol: { type: 'string', description: 'protocol id; without it, the only one on the shelf' },
    number: { type: 'string', description: 'order number of the EHR; without it, a new one' },
    site: { type: 'string', default: EXAMPLE_SITE, description: 'site id' },
    url: URL_OPTION,
    secret: { type: 'string', description: 'webhook secret (whsec_…); without it, EHR_WEBHOOK_SECRET' },
    print: { type: 'boolean', default: false, description: 'print a curl command instead of sending' },
  },
  run: async ({ args }) => {
    const secret = args.secret ?? process.env.EHR_WEBHOOK_SECRET;
    if (secret === undefined) {
      throw new Trouble('Secret: expected --secret whsec_… or EHR_WEBHOOK_SECRET; npm start prints the one it uses');
    }
    const now = await timeOf(args.url);
    const number = args.number ?? `ORDER-${randomUUID().slice(0, 8)}`;
    const body = orderMessage({
      protocol: args.protocol ?? onlyProtocol(),
      order: number,
      site: args.site,
      authoredOn: now,
    });
    const headers = signedHeaders(secret, `msg_${randomUUID()}`, now, body);
    if (args.print) {
      print(curl(urlUnder(args.url, '/ehr/fhir').href, headers, body));
      return;
    }
    const { body: answer } = await call(args.url, '/ehr/fhir', { method: 'POST', headers, body }, [200, 202]);
    printJson(answer);
  },
});

/** The clock of the stack, which may be virtual; where nothing tells it (a deployed one has no such route), ours. */
async function timeOf(url: string): Promise<string> {
  const ours = new Date().toISOString();
  try {
    const response = await fetch(new URL('/local/clock', url), { signal: AbortSignal.timeout(2000) });
    const { now } = response.ok ? ((await response.json()) as { now?: unknown }) : {};
    return typeof now === 'string' && !Number.isNaN(Date.parse(now)) ? now : ours;
  } catch {
    return ours;
  }
}

function onlyProtocol(): string {
  const ids = [...new Set(protocols.all().map(({ id }) => id))];
  const [only] = ids;
  if (only === undefined || ids.length > 1)
    throw new Trouble(`Protocol: expected --protocol, one of ${ids.join(', ')}`);
  return only;
}

const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

const curl = (url: string, headers: Readonly<Record<string, string>>, body: string): string =>
  [
    `curl -sS -X POST ${quoted(url)}`,
    ...Object.entries(headers).map(([name, value]) => `-H ${quoted(`${name}: ${value}`)}`),
    `--data-binary ${quoted(body)}`,
  ].join(' \\\n  ');
