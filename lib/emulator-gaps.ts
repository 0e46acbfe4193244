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
