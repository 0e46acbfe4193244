import { type App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks, HIPAASecurityChecks, type NagPack } from 'cdk-nag';
import type { Config } from './config.ts';
import { acknowledge } from './nag-acknowledgements.ts';

/** The rule packs every `npm run synth` must pass. */
export const nagPacks = (app: App): readonly NagPack[] => [new AwsSolutionsChecks(app), new HIPAASecurityChecks(app)];

/** Makes synth fail on any finding that `lib/nag-acknowledgements.ts` does not answer. */
export function checkWithNag(app: App, config: Config): void {
  acknowledge(app, config);
  Validations.of(app).addPlugins(...nagPacks(app));
}
