import type { Usage } from '../aws/usage.ts';

/**
 * List prices in US dollars for one unit of what {@link Usage} counts (US East, without free tier, as recalled in 2026:
 * check the price list before budgeting). Duration of functions is left out: at these sizes it is below the request price.
 */
const USD = {
  stateTransition: 0.025 / 1000,
  lambdaInvocation: 0.2 / 1_000_000,
  dynamoRead: 0.125 / 1_000_000,
  dynamoWrite: 0.625 / 1_000_000,
  schedule: 1 / 1_000_000,
  email: 0.1 / 1000,
} as const;

export const usdBeforeMail = (usage: Usage): number =>
  usage.stateTransitions * USD.stateTransition +
  usage.lambdaInvocations * USD.lambdaInvocation +
  usage.dynamoReads * USD.dynamoRead +
  usage.dynamoWrites * USD.dynamoWrite +
  usage.schedules * USD.schedule;

export const usdMail = (usage: Usage): number => usage.emails * USD.email;
