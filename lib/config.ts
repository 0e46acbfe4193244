import * as z from 'zod';
import { sitePolicy } from '../lambdas/domain/journey/site-policy.ts';
import { LANGUAGES } from '../lambdas/domain/language.ts';
import { USES } from '../lambdas/domain/protocol/use.ts';
import { mirrorSource } from '../lambdas/domain/registers/mirrors.ts';
import { siteProcedures } from '../lambdas/domain/steps/procedure.ts';
import { siteTelling } from '../lambdas/domain/telling/site-telling.ts';

/** Where a deployment runs. `emulator` is an independent AWS emulator, `embedded` the stack of `local/`. */
export const STAGES = ['production', 'staging', 'emulator', 'embedded'] as const;
export type Stage = (typeof STAGES)[number];

/**
 * Bytes of JSON that sites, with EHR senders or with issuers of identifiers, may take: functions are told of them in their
 * environment, which Lambda limits to 4 KB.
 */
export const CONFIGURED_BYTES = 3000;

/** Of these, how the sites tell their people: `dispatch` is told it beside the names of all machines it starts. */
export const TELLING_BYTES = 1000;
/** And where the alarm server is. */
export const ALARM_SERVER_BYTES = 460;

/** Of each site, how its people are told, as JSON. */
export const tellingJson = ({ sites }: Pick<Config, 'sites'>): string =>
  JSON.stringify(sites.map(({ id, zone, telling }) => ({ id, zone, telling })));

/** Of each site, its procedures, as JSON; and where they are read. */
export const proceduresJson = ({ procedures }: Pick<Config, 'procedures'>): string =>
  JSON.stringify(procedures.map(({ site, of }) => ({ site, of })));
export const procedureAddressesJson = ({ procedures }: Pick<Config, 'procedures'>): string =>
  JSON.stringify(
    Object.fromEntries(procedures.flatMap(({ site, address }) => (address === undefined ? [] : [[site, address]]))),
  );
/** The identities from which sites send text messages, or call. */
export const originationIdentities = ({ sites }: Pick<Config, 'sites'>, kind: 'sms' | 'voice'): readonly string[] => [
  ...new Set(sites.flatMap(({ telling }) => telling?.originationIdentities?.[kind] ?? [])),
];

export const provesAddresses = ({ proveAddresses, stage }: Pick<Config, 'proveAddresses' | 'stage'>): boolean =>
  proveAddresses ?? (stage === 'production' || stage === 'staging');

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
  policy: sitePolicy(),
  /** How the site tells its people; no journey pins it. */
  telling: siteTelling().optional(),
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
  /** The written procedures (SOP) of sites, and where they are read: an https address with `{id}`, and `{version}` where it takes one. */
  procedures: z
    .array(
      siteProcedures().extend({
        address: z
          .url({ protocol: /^https$/ })
          .refine((address) => address.includes('{id}'), { error: 'expected an address with {id} in it' })
          .optional(),
      }),
    )
    .default([]),
  /** Registers of sites whose master is another system, which puts its exports into the bucket of mirrors (ADR 0074). */
  mirrors: z.array(mirrorSource()).default([]),
  /**
   * The hospital's alarm server: it takes messages signed by Standard Webhooks under a secret (`whsec_…`) that is kept in
   * Secrets Manager under the key of the service. Sites say in `telling.channels` what is told by it.
   */
  alarmServer: z
    .strictObject({
      url: z.url({ protocol: /^https?$/ }),
      secretArn: z.string().regex(/^arn:[a-z-]+:secretsmanager:[a-zA-Z0-9:/_+=.@-]+$/, 'expected the ARN of a secret'),
    })
    .optional(),
  /** Test mails to addresses of staff; without it, where people read mail: not embedded and not in an emulator. */
  proveAddresses: z.boolean().optional(),
  /** The hospital's OpenID Connect provider, by which people sign and sign in; without it, by PIN and passkey only. */
  oidc: z
    .strictObject({
      issuer: z.url({ protocol: /^https?$/ }),
      clientId: z.string().min(1).max(200),
      /** The claim by which the register knows people (`oidcSubject`): one that is never given to another person. */
      subjectClaim: z
        .string()
        .regex(/^[a-z_]{2,40}$/, 'expected a claim such as sub or oid')
        .refine((claim) => !['email', 'mail', 'upn', 'name', 'preferred_username'].includes(claim), {
          error:
            'expected a claim that names one person for ever, such as sub or oid; addresses and names are given to others',
        })
        .default('sub'),
    })
    .optional(),
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

function channelFaults({ alarmServer, sites, stage }: Config): readonly string[] {
  const used = new Set(sites.flatMap(({ telling }) => telling?.channels?.map(({ channel }) => channel) ?? []));
  const faults: string[] = [];
  if (used.has('alarm-server') && alarmServer === undefined)
    faults.push('sites, telling: got channel alarm-server, expected the setting alarmServer with it');
  const bytes = Buffer.byteLength(JSON.stringify(alarmServer ?? {}));
  if (bytes > ALARM_SERVER_BYTES)
    faults.push(`alarmServer: got ${bytes} bytes of JSON, expected at most ${ALARM_SERVER_BYTES}`);
  const url = new URL(alarmServer?.url ?? 'https://none');
  if (url.protocol !== 'https:' && !(stage === 'embedded' && ['localhost', '127.0.0.1'].includes(url.hostname)))
    faults.push(`alarmServer: got ${url.protocol} as the protocol, expected https`);
  // A channel that is not there would tell nobody in silence.
  for (const { id, telling } of sites)
    for (const kind of ['sms', 'voice'] as const) {
      const isUsed = telling?.channels?.some(({ channel }) => channel === kind) === true;
      const identity = telling?.originationIdentities?.[kind];
      if (isUsed !== (identity !== undefined))
        faults.push(
          `site ${id}, telling: got ${isUsed ? `channel ${kind} without originationIdentities.${kind}` : `originationIdentities.${kind} without the channel`}, expected both or none`,
        );
      if (kind === 'voice' && identity?.includes(':sender-id/') === true)
        faults.push(`site ${id}, telling: got a sender id for calls, expected the ARN of a phone-number or a pool`);
    }
  return faults;
}

function procedureFaults(config: Config): readonly string[] {
  const known = new Set(config.sites.map(({ id }) => id));
  const named = config.procedures.map(({ site }) => site);
  const strangers = named.filter((site, place) => !known.has(site) || named.indexOf(site) < place);
  const faults = strangers.map((site) => `procedures: got site ${site}, expected each site of sites at most once`);
  const bytes = Buffer.byteLength(proceduresJson(config));
  if (bytes > CONFIGURED_BYTES)
    faults.push(
      `procedures: got ${bytes} bytes of JSON, expected at most ${CONFIGURED_BYTES}: name phases where all their steps have one procedure`,
    );
  return faults;
}

function mirrorFaults({ mirrors, sites }: Config): readonly string[] {
  const named = mirrors.map(({ site, register }) => `${site}/${register}`);
  return mirrors.flatMap(({ site, register, keepers }, place) => [
    ...(sites.some(({ id }) => id === site) ? [] : [`mirrors: got site ${site}, expected one of sites`]),
    ...(named.indexOf(`${site}/${register}`) === place
      ? []
      : [`mirrors: got ${register} of ${site} twice, expected each register of a site at most once`]),
    // Nobody keeps what is recorded of themselves.
    ...(register === 'competence' && keepers.length < 2
      ? [`mirrors: got one keeper of competence of ${site}, expected two: each for the other`]
      : []),
  ]);
}

function crossChecks(config: Config): string[] {
  const faults: string[] = [];
  const url = new URL(config.publicUrl);
  const onThisMachine = config.stage === 'embedded' || config.stage === 'emulator';
  if (url.protocol === 'http:' && !(onThisMachine && url.hostname === 'localhost'))
    faults.push(`publicUrl: got ${config.publicUrl}, expected https (http://localhost only for embedded and emulator)`);
  const issuer = config.oidc === undefined ? undefined : new URL(config.oidc.issuer);
  if (issuer?.protocol === 'http:' && !(onThisMachine && issuer.hostname === '127.0.0.1'))
    faults.push(
      `oidc.issuer: got ${config.oidc?.issuer}, expected https (http://127.0.0.1 only for embedded and emulator)`,
    );
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
    mirrors: config.mirrors,
  })) {
    const bytes = Buffer.byteLength(JSON.stringify(config.sites) + JSON.stringify(told));
    if (bytes > CONFIGURED_BYTES)
      faults.push(
        `sites, ${name}: got ${bytes} bytes of JSON, expected at most ${CONFIGURED_BYTES}: leave out holidays that are past or far ahead`,
      );
  }
  faults.push(...procedureFaults(config), ...mirrorFaults(config), ...channelFaults(config));
  const bytes = Buffer.byteLength(tellingJson(config));
  if (bytes > TELLING_BYTES)
    faults.push(`sites, telling: got ${bytes} bytes of JSON of all sites, expected at most ${TELLING_BYTES}`);
  return faults;
}
