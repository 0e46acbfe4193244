import { execFileSync } from 'node:child_process';
import cdkJson from '../cdk.json' with { type: 'json' };
import { buildApp } from '../lib/app.ts';
import { parseConfig } from '../lib/config.ts';
import { checkWithNag } from '../lib/nag-packs.ts';
import packageJson from '../package.json' with { type: 'json' };

/**
 * CDK app. The deployment is described under context key `atmp` of cdk.json; `cdk -c stage=staging` replaces single
 * settings of it, and `-c commit=…` names the commit where there is no git.
 */
const given: Readonly<Record<string, unknown>> = JSON.parse(process.env.CDK_CONTEXT_JSON ?? '{}');

/** Settings that are plain text, so that the command line can give them. */
const OVERRIDES = ['stage', 'use', 'prefix', 'publicUrl', 'mailFrom', 'alarmMail', 'account', 'region'] as const;

const settings = {
  ...(given.atmp ?? cdkJson.context.atmp),
  ...Object.fromEntries(OVERRIDES.flatMap((name) => (given[name] === undefined ? [] : [[name, given[name]]]))),
  ...(given.clockOffset === undefined ? {} : { clockOffset: given.clockOffset === 'true' }),
};

function commitOfCheckout(): string {
  try {
    return execFileSync('git', ['rev-parse', 'HEAD'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return 'unreleased';
  }
}

const config = parseConfig(settings, { version: packageJson.version, commit: given.commit ?? commitOfCheckout() });
if (config.stage === 'production' && config.release.commit === 'unreleased')
  process.stderr.write(
    'Commit unknown: run in the git checkout or give -c commit=<hash>. Events will say "unreleased".\n',
  );

const app = buildApp(config);
// The packs ask for what an emulator cannot have (lib/emulator-gaps.ts), and no patient's data is ever there.
if (config.stage !== 'emulator') checkWithNag(app, config);
app.synth();
