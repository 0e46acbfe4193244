import type { Stage } from './config.ts';

/**
 * What an AWS emulator cannot deploy. Stage `emulator` leaves exactly these out; every other stage has them all, and
 * a test holds both to that. Add a line only with the refusal the emulator gave.
 */
export const EMULATOR_GAPS = [
  {
    feature: 'AWS::WAFv2::WebACLAssociation',
    reason: 'Unsupported resource type: there is no firewall in front of its APIs.',
  },
  {
    feature: 'AWS::WAFv2::LoggingConfiguration',
    reason: 'Unsupported resource type.',
  },
  {
    feature: 'AWS::CloudWatch::Alarm.Metrics',
    reason: 'Metric math is not supported, so alarms on a sum of metrics are left out.',
  },
] as const;

export type EmulatorGap = (typeof EMULATOR_GAPS)[number]['feature'];

/** Whether a stage has a feature that emulators may lack. */
export const has = (feature: EmulatorGap, stage: Stage): boolean =>
  stage !== 'emulator' || !EMULATOR_GAPS.some((gap) => gap.feature === feature);

/**
 * What the emulator does otherwise than AWS, so that the deployed test cannot show it, and where it is shown instead.
 * Found with MiniStack 1.5.33; printed at the end of the deployed test.
 */
export const EMULATOR_DIFFERENCES = [
  {
    differs: 'Scheduler fires by the real clock only',
    so: 'the test reads the schedules that exist, moves the clock to the next and calls its target with the stored input',
  },
  {
    differs: 'The daily sweep is due every virtual day',
    so: 'it is called about every 30 virtual days and after each scenario, and must find nothing',
  },
  {
    differs: 'Output of Succeed and of Parallel is ignored',
    so: 'machines shape results in Task and Pass states, which is the same on AWS',
  },
  {
    differs:
      'Branches of Parallel share one context, so two tasks that start together may get one token and one waits for ever',
    so: 'that line of MiniStack is mended after it is installed (test/deployed/mend-parallel.ts)',
  },
  {
    differs:
      'State machines know no limits of size and names, lose the names of errors that functions throw, take no time-out by ' +
      'expression, and more',
    so: 'what our interpreter does is asked of it case by case; each difference is listed with who is right (test/local/step-functions/suite/differences.ts)',
  },
  {
    differs: 'All journeys of a deployment have one clock',
    so: 'journeys are played one after the other; two emulators play side by side',
  },
  {
    differs: 'Mail is always delivered, and no event tells of mail that comes back',
    so: 'the rule for returned mail is deployed; what it does is shown on the embedded stack and in handler tests',
  },
  {
    differs: 'Time-outs of 330 days cannot be waited for',
    so: 'the net under a step is shown on the embedded stack',
  },
  {
    differs: 'Executions started by another one tell nobody when they end badly',
    so: 'the replacement of lost runs is shown on the embedded stack',
  },
  {
    differs: 'Failed stream records are not delivered again, and not kept in S3',
    so: 'an effect that fails makes the test fail; repeating effects is shown on the embedded stack',
  },
  {
    differs: 'IAM is not enforced: any signature passes, and functions may do everything',
    so: 'least privilege is shown on the embedded stack; here requests to operations are signed, and unsigned ones refused',
  },
  {
    differs: 'Secrets are made with punctuation although the template forbids it',
    so: 'the secret of the EHR is replaced before its first use',
  },
  {
    differs: 'Time to live, point-in-time recovery, encryption, Object Lock and retention are dropped',
    so: 'template tests assert them',
  },
  {
    differs: 'APIs have no host of their own, and there is no mail but what SES keeps',
    so: 'of a link only the path is followed; tags and headers of mails are shown in adapter tests',
  },
  {
    differs: 'Functions for arm64 run on the processor of this machine',
    so: 'what is shown is the bundle, which is plain JavaScript without native parts',
  },
] as const;
