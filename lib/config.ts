import * as z from 'zod';
import { sitePolicy } from '../lambdas/domain/journey/site-policy.ts';
import { LANGUAGES } from '../lambdas/domain/language.ts';
import { USES } from '../lambdas/domain/protocol/pinning.ts';

/** Where a deployment runs. `emulator` is an independent AWS emulator, `embedded` the stack of `local/`. */
export const STAGES = ['production', 'staging', 'emulator', 'embedded'] as const;
export type Stage = (typeof STAGES)[number];

/**
 * Bytes of JSON that sites, with EHR senders or with issuers of identifiers, may take: functions are told of them in their
 * environment, which Lambda limits to 4 KB.
 */
export const CONFIGURED_BYTES = 3000;

const isZone = (zone: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone.length > 0;
  } catch {
    return false;
  }
};

const site = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{2,40}$/, 'expected 2 to 40 of a-z, 0-9 and -'),
  zone: z.string().refine(isZone, 'expected an IANA time zone such as Europe/Berlin'),
  language: z.enum(LANGUAGES),
  name: z.string().min(1),
  /** What the site decides for itself; a journey pins it when it opens. */
  policy: sitePolicy,
});

const ehrSender = z.strictObject({
  id: z.string().regex(/^[A-Za-z0-9._-]{1,64}$/, 'expected 1 to 64 of letters, digits, dot, underscore and -'),
  policy: z.enum(['refuse', 'park']),
});

/** Who issues patient identifiers: `system` as the EHR sends it, or orders would not find the patient of a referral. */
const patientIdentifier = z.strictObject({
  system: z.string().regex(/^[a-z][a-z\d+.-]*:\S{1,190}$/i, 'expected a URI such as urn:oid:1.2.3.4.6'),
  name: z.string().min(1).max(80),
});

const certificateArn = z.string().regex(/^arn:[a-z-]+:acm:/, 'expected the ARN of an ACM certificate');

/**
 * What one deployment (one data controller) is told: context key `atmp` of cdk.json. Anything not named here is
 * refused, so that a misspelt key never becomes a silent default.
 */
const settings = z.strictObject({
  stage: z.enum(STAGES),
  /** What the deployment is for; `production` pins only protocols that were verified (ADR 0020). */
  use: z.enum(USES),
  /** Stack names begin with it; two deployments in one account need two prefixes. */
  prefix: z
    .string()
    .regex(/^[A-Z][A-Za-z0-9]{1,20}$/, 'expected a capital letter and up to 20 letters or digits')
    .default('Atmp'),
  /** Where people reach the sign-off pages: own domain, no path. The passkey relying party is its host. */
  publicUrl: z.url({ protocol: /^https?$/ }),
  mailFrom: z.email(),
  /** Where alarms go. */
  alarmMail: z.email(),
  account: z
    .string()
    .regex(/^\d{12}$/, 'expected 12 digits')
    .optional(),
  region: z.string().min(5).optional(),
  sites: z.array(site).min(1),
  ehrSenders: z.array(ehrSender).min(1),
  /** Issuers of patient identifiers that the page of referrals offers; without any, the issuer is typed there. */
  patientIdentifiers: z.array(patientIdentifier).default([]),
  /** Lets the time of the functions be moved, for tests against an emulator. */
  clockOffset: z.boolean().default(false),
  /** Own domains of the two APIs; the people domain is the host of `publicUrl`. Closes the execute-api endpoints. */
  domains: z
    .strictObject({
      people: z.strictObject({ certificateArn }),
      integration: z.strictObject({ host: z.string().min(4), certificateArn }),
    })
    .optional(),
  /**
   * Somebody else's proxy answers at `publicUrl` and hands on to the address of output `PeopleApiUrl`. Without it, and
   * without `domains`, mailed links would lead nowhere.
   */
  publicUrlIsProxied: z.boolean().default(false),
  /**
   * Concurrency reserved for each of the five public functions, so that a flood takes no more of the account's quota;
   * without it they share the quota with all others, behind the throttles of the APIs.
   */
  publicConcurrency: z.int().min(1).max(1000).optional(),
  /** Networks (CIDR) that may call the integration API; without them any network may try its signature. */
  integrationNetworks: z.array(z.union([z.cidrv4(), z.cidrv6()])).default([]),
});

/** What wrote an event: `version` of package.json and the commit it was built from. */
const release = z.strictObject({
  version: z.string().min(1),
  commit: z.string().regex(/^[0-9a-f]{7,64}$|^unreleased$/),
});

export type Release = z.infer<typeof release>;
export type Site = z.infer<typeof site>;
export type Config = z.infer<typeof settings> & { readonly release: Release };

/**
 * Checks a deployment's settings, as found under context key `atmp`.
 *
 * @throws Error naming each wrong setting, what was expected and where to correct it.
 */
export function parseConfig(input: unknown, releasedAs: unknown): Config {
  const parsed = settings.safeParse(input);
  if (!parsed.success) throw new Error(`Context "atmp" in cdk.json is wrong:\n${z.prettifyError(parsed.error)}`);
  const config: Config = { ...parsed.data, release: release.parse(releasedAs) };
  const faults = crossChecks(config);
  if (faults.length > 0) throw new Error(`Context "atmp" in cdk.json is wrong:\n${faults.join('\n')}`);
  return config;
}

function crossChecks(config: Config): string[] {
  const faults: string[] = [];
  const url = new URL(config.publicUrl);
  const onThisMachine = config.stage === 'embedded' || config.stage === 'emulator';
  if (url.protocol === 'http:' && !(onThisMachine && url.hostname === 'localhost'))
    faults.push(`publicUrl: got ${config.publicUrl}, expected https (http://localhost only for embedded and emulator)`);
  if (url.pathname !== '/' || url.search !== '' || url.hash !== '' || config.publicUrl.endsWith('/'))
    faults.push(`publicUrl: got ${config.publicUrl}, expected scheme and host only, without path or trailing slash`);
  if (config.domains !== undefined && config.publicUrlIsProxied)
    faults.push(
      'domains, publicUrlIsProxied: got both, expected one: either these APIs answer at publicUrl or a proxy',
    );
  if (config.domains === undefined && !config.publicUrlIsProxied && !onThisMachine)
    faults.push(
      `domains: got none for stage ${config.stage}, expected the certificates of both APIs, or publicUrlIsProxied: true`,
    );
  if (onThisMachine !== (config.use === 'demo'))
    faults.push(
      `use: got ${config.use} for stage ${config.stage}, expected ${onThisMachine ? 'demo' : 'production or training; demo is for embedded and emulator'}`,
    );
  if (config.clockOffset && config.stage !== 'emulator')
    faults.push(
      `clockOffset: got true for stage ${config.stage}, expected false: only stage emulator may move its time`,
    );
  for (const [name, ids] of Object.entries({
    sites: config.sites.map(({ id }) => id),
    ehrSenders: config.ehrSenders.map(({ id }) => id),
  }))
    if (new Set(ids).size < ids.length) faults.push(`${name}: got ids ${ids.join(', ')}, expected each id once`);
  for (const [name, told] of Object.entries({
    ehrSenders: config.ehrSenders,
    patientIdentifiers: config.patientIdentifiers,
  })) {
    const bytes = Buffer.byteLength(JSON.stringify(config.sites) + JSON.stringify(told));
    if (bytes > CONFIGURED_BYTES)
      faults.push(
        `sites, ${name}: got ${bytes} bytes of JSON, expected at most ${CONFIGURED_BYTES}: leave out holidays that are past or far ahead`,
      );
  }
  return faults;
}
