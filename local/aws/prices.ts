import type { Usage } from './usage.ts';

/** List prices in US dollars, Europe (Frankfurt), without free tier, as of the day below. */
export const PRICED = { region: 'eu-central-1', on: '2026-11-26' } as const;

/**
 * What cannot be counted without AWS and is assumed: how long functions run there, and how much is logged.
 * Functions have 512 MB, those that check PINs 1 GB. A new instance is billed from its start; a request takes a round trip within the region.
 */
export const ASSUMED = {
  functionGb: 0.5,
  httpFunctionGb: 1,
  millisecondsACall: 10,
  millisecondsAnInvocation: 15,
  /** A page is rendered, and of three requests one checks a PIN, for a third of a second. */
  millisecondsAnHttpRequest: 130,
  millisecondsAColdStart: 450,
  /** START, END and REPORT. */
  loggedAnInvocation: 400,
  /** Four events of the history without data. */
  loggedATransition: 2_000,
  /** Access log, and the log of the firewall. */
  loggedAnHttpRequest: 1_900,
} as const;

const GB = 1_000_000_000;

const gbSeconds = (usage: Usage): number =>
  (ASSUMED.functionGb *
    (usage.awsCalls * ASSUMED.millisecondsACall +
      usage.lambdaInvocations * ASSUMED.millisecondsAnInvocation +
      usage.coldStarts * ASSUMED.millisecondsAColdStart) +
    ASSUMED.httpFunctionGb * usage.httpRequests * ASSUMED.millisecondsAnHttpRequest) /
  1_000;

const logged = (usage: Usage): number =>
  usage.lambdaInvocations * ASSUMED.loggedAnInvocation +
  usage.stateTransitions * ASSUMED.loggedATransition +
  usage.httpRequests * ASSUMED.loggedAnHttpRequest;

export interface Price {
  readonly service: string;
  readonly unit: string;
  /** US dollars for one unit. */
  readonly usd: number;
  /** Page of the price, by its title. */
  readonly source: string;
  units(usage: Usage): number;
}

/** What is paid for by use, mail apart. */
export const BY_USE: readonly Price[] = [
  {
    service: 'Step Functions',
    unit: 'state transition',
    usd: 0.025 / 1_000,
    source: 'AWS Step Functions pricing, Standard Workflows',
    units: (usage) => usage.stateTransitions,
  },
  {
    service: 'DynamoDB',
    unit: 'write request unit',
    usd: 0.7625 / 1_000_000,
    source: 'Amazon DynamoDB pricing for on-demand capacity',
    units: (usage) => usage.dynamoWrites,
  },
  {
    service: 'DynamoDB',
    unit: 'read request unit',
    usd: 0.1525 / 1_000_000,
    source: 'Amazon DynamoDB pricing for on-demand capacity',
    units: (usage) => usage.dynamoReads,
  },
  {
    service: 'Lambda',
    unit: 'request',
    usd: 0.2 / 1_000_000,
    source: 'AWS Lambda pricing',
    units: (usage) => usage.lambdaInvocations,
  },
  {
    service: 'Lambda',
    unit: 'GB-second (Arm)',
    usd: 0.0000133334,
    source: 'AWS Lambda pricing',
    units: gbSeconds,
  },
  {
    service: 'API Gateway',
    unit: 'REST request',
    usd: 3.7 / 1_000_000,
    source: 'Amazon API Gateway pricing, REST APIs',
    units: (usage) => usage.httpRequests,
  },
  {
    service: 'WAF',
    unit: 'request',
    usd: 0.6 / 1_000_000,
    source: 'AWS WAF pricing',
    units: (usage) => usage.httpRequests,
  },
  {
    service: 'Data transfer',
    unit: 'GB out',
    usd: 0.09,
    source: 'Amazon EC2 on-demand pricing, Data Transfer',
    units: (usage) => usage.httpBytes / GB,
  },
  {
    service: 'KMS',
    unit: 'request',
    usd: 0.03 / 10_000,
    source: 'AWS Key Management Service pricing',
    units: (usage) => usage.keyRequests,
  },
  {
    service: 'Secrets Manager',
    unit: 'request',
    usd: 0.05 / 10_000,
    source: 'AWS Secrets Manager pricing',
    units: (usage) => usage.secretReads,
  },
  {
    service: 'CloudWatch',
    unit: 'GB of logs',
    usd: 0.63,
    source: 'Amazon CloudWatch pricing, Logs (collect)',
    units: (usage) => logged(usage) / GB,
  },
  {
    service: 'CloudWatch',
    unit: 'request to put metrics',
    usd: 0.01 / 1_000,
    source: 'Amazon CloudWatch pricing, APIs',
    units: (usage) => usage.metricRequests,
  },
  {
    service: 'X-Ray',
    unit: 'trace',
    usd: 5 / 1_000_000,
    source: 'AWS X-Ray pricing',
    units: (usage) => usage.executions,
  },
  {
    service: 'EventBridge',
    unit: 'event',
    usd: 1 / 1_000_000,
    source: 'Amazon EventBridge pricing, custom events',
    units: (usage) => usage.busEvents,
  },
  {
    service: 'Scheduler',
    unit: 'invocation',
    usd: 1 / 1_000_000,
    source: 'Amazon EventBridge pricing, Scheduler',
    units: (usage) => usage.schedules,
  },
];

/** 0.10 for a thousand mails: Amazon SES pricing. Calendar files are small. */
const USD_A_MAIL = 0.1 / 1_000;

/** Who works by the calendar or for operations, and not for one journey. */
export const NOT_OF_A_JOURNEY = ['Sweep', 'Ops', 'operator'] as const;

export const usdBeforeMail = (usage: Usage): number =>
  BY_USE.reduce((sum, { usd, units }) => sum + usd * units(usage), 0);

export const usdMail = ({ emails }: Pick<Usage, 'emails'>): number => emails * USD_A_MAIL;
