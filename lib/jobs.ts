/** One Lambda function per job; its entry is `lambdas/handlers/<job>.ts` and its logical id the job in Pascal case. */
export const JOBS = [
  'ehr-webhook',
  'where-it-stands',
  'open-step',
  'sign-off',
  'sign-with-passkey',
  'enrol-passkey',
  'referral',
  'worklist',
  'attachments',
  'dispatch',
  'journey-due',
  'sweep',
  'mail-bounced',
  'take-mirror',
  'ops',
] as const;
/** Only where the deployment asks for it. */
export const OPTIONAL_JOBS = ['sign-with-oidc'] as const;
export type Job = (typeof JOBS)[number] | (typeof OPTIONAL_JOBS)[number];

export const entryOf = (job: Job): string => `lambdas/handlers/${job}.ts`;

/** `ehr-webhook` becomes `EhrWebhook`. */
export const logicalIdOf = (job: Job): string =>
  job.replaceAll(/(^|-)([a-z])/g, (_, _dash, letter) => letter.toUpperCase());
