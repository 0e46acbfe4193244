import { App, DefaultStackSynthesizer, type Environment, type IReusableStackSynthesizer, Tags } from 'aws-cdk-lib';
import cdkJson from '../cdk.json' with { type: 'json' };
import type { Config } from './config.ts';
import { JourneysStack } from './stacks/journeys-stack.ts';
import { OperationsStack } from './stacks/operations-stack.ts';
import { RecordsStack } from './stacks/records-stack.ts';

export interface BuildOptions {
  /** False: placeholder code instead of bundles, and no rule about the bootstrap version (tests, embedded stack). */
  readonly bundling?: boolean;
  /** Checks the templates against CloudFormation's own rules at synth; takes two seconds. As `bundling` by default. */
  readonly validate?: boolean;
  /** Where the templates are written; a temporary folder by default. */
  readonly outdir?: string;
}

/**
 * The whole application, not yet synthesised: stacks `<prefix>-Records`, `<prefix>-Journeys`, `<prefix>-Operations`.
 * The feature flags are those of cdk.json, whoever builds it.
 */
export function buildApp(config: Config, { bundling = true, validate = bundling, outdir }: BuildOptions = {}): App {
  const { atmp: _settings, ...featureFlags } = cdkJson.context;
  const app = new App({
    analyticsReporting: false,
    treeMetadata: bundling,
    builtinCloudFormationValidation: validate,
    context: featureFlags,
    defaultStackSynthesizer: new DefaultStackSynthesizer({
      generateBootstrapVersionRule: bundling,
    }) as IReusableStackSynthesizer,
    ...(outdir === undefined ? {} : { outdir }),
  });
  const kept = config.stage === 'production' || config.stage === 'staging';
  const common = { config, env: environment(config), terminationProtection: kept };
  const records = new RecordsStack(app, `${config.prefix}-Records`, common);
  const journeys = new JourneysStack(app, `${config.prefix}-Journeys`, { ...common, records, bundled: bundling });
  new OperationsStack(app, `${config.prefix}-Operations`, { ...common, records, journeys });
  Tags.of(app).add('atmp:stage', config.stage);
  return app;
}

const environment = ({ account, region }: Config): Environment => ({
  ...(account === undefined ? {} : { account }),
  ...(region === undefined ? {} : { region }),
});
