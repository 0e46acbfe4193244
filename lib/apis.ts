import { AuthorizationType, CfnAccount } from 'aws-cdk-lib/aws-apigateway';
import { ManagedPolicy, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { CfnIPSet } from 'aws-cdk-lib/aws-wafv2';
import type { Construct } from 'constructs';
import type { Config } from './config.ts';
import { JourneyApi } from './constructs/journey-api.ts';
import type { JourneyFunction } from './constructs/journey-function.ts';
import { managedRules, rateRule, WebAcl, type WebAclRule } from './constructs/web-acl.ts';

export interface ApisProps {
  readonly config: Config;
  readonly logsKey: IKey;
  readonly signOff: JourneyFunction;
  readonly signWithPasskey: JourneyFunction;
  readonly signWithOidc: JourneyFunction | undefined;
  readonly enrolPasskey: JourneyFunction;
  readonly referral: JourneyFunction;
  readonly worklist: JourneyFunction;
  readonly attachments: JourneyFunction;
  readonly ehrWebhook: JourneyFunction;
  readonly ops: JourneyFunction;
}

/**
 * FHIR bundles are larger than the part of a body WAF reads and full of what looks like markup; so is what somebody
 * writes beside a signature. The firewall's refusal would explain nothing, so these only count and the functions check.
 */
const COMMON_BODY_RULES = [
  'SizeRestrictions_BODY',
  'CrossSiteScripting_BODY',
  'EC2MetaDataSSRF_BODY',
  'GenericLFI_BODY',
  'GenericRFI_BODY',
];
/** Interface engines often name no agent; they are known by their network and signature. */
const INTEGRATION_COUNTED = [...COMMON_BODY_RULES, 'NoUserAgent_HEADER'];
const BAD_INPUT_BODY_RULES = ['Log4JRCE_BODY', 'JavaDeserializationRCE_BODY'];

/**
 * Two doors over the same functions. People reach their sign-offs, their worklist and the form of a referral. Systems reach `/ehr`, and operations `/ops` with
 * their own IAM identity; both come from known networks, so they share the API that can be closed to all others.
 */
export function apis(
  scope: Construct,
  props: ApisProps,
): { readonly people: JourneyApi; readonly integration: JourneyApi } {
  const { config, logsKey } = props;
  const people = new JourneyApi(scope, 'PeopleApi', {
    description: 'Sign-off, passkey, worklist and referral pages',
    logsKey,
    secretPaths: true,
    files: true,
    throttle: { rate: 50, burst: 100 },
    ...(config.domains === undefined
      ? {}
      : { domain: { host: new URL(config.publicUrl).hostname, ...config.domains.people } }),
  });
  people.route('GET', 'sign-offs/{token}', props.signOff);
  people.route('POST', 'sign-offs/{token}', props.signOff);
  people.route('POST', 'sign-offs/{token}/claim', props.signOff);
  people.route('POST', 'sign-offs/{token}/attachments', props.attachments);
  people.route('POST', 'sign-offs/{token}/correction', props.signOff);
  people.route('POST', 'sign-offs/{token}/intent', props.signWithPasskey);
  people.route('POST', 'sign-offs/{token}/passkey', props.signWithPasskey);
  people.route('POST', 'sign-offs/{token}/session', props.signWithPasskey);
  if (props.signWithOidc !== undefined) {
    people.route('POST', 'sign-offs/{token}/oidc', props.signWithOidc);
    people.route('POST', 'oidc/sign-in', props.signWithOidc);
    people.route('GET', 'oidc/callback', props.signWithOidc);
    people.route('POST', 'oidc/callback', props.signWithOidc);
  }
  people.route('GET', 'enrolments/{ticket}', props.enrolPasskey);
  people.route('POST', 'enrolments/{ticket}', props.enrolPasskey);
  people.route('POST', 'enrolments/{ticket}/options', props.enrolPasskey);
  people.route('GET', 'assets/{file}', props.enrolPasskey);
  people.route('GET', 'addresses/{proof}', props.enrolPasskey);
  people.route('POST', 'addresses/{proof}', props.enrolPasskey);
  people.route('GET', 'referrals', props.referral);
  people.route('POST', 'referrals', props.referral);
  people.route('GET', 'sign-in', props.worklist);
  people.route('POST', 'sign-in', props.worklist);
  people.route('POST', 'sign-out', props.worklist);
  people.route('GET', 'worklist', props.worklist);
  people.route('POST', 'worklist/steps', props.worklist);
  people.route('GET', 'worklist/journeys/{id}', props.worklist);
  people.route('GET', 'worklist/journeys/{id}/attachments/{sha256}', props.attachments);
  people.route('GET', 'worklist/registers', props.worklist);
  people.route('GET', 'worklist/registers/{register}', props.worklist);
  people.route('GET', 'worklist/registers/{register}/{entry}', props.worklist);
  people.route('POST', 'worklist/registers/{register}/{entry}', props.worklist);
  people.route('GET', 'worklist/away', props.worklist);
  people.route('POST', 'worklist/delegations', props.worklist);
  people.route('POST', 'worklist/delegations/end', props.worklist);
  people.route('POST', 'worklist/absences', props.worklist);
  people.route('POST', 'worklist/absences/end', props.worklist);
  people.route('GET', 'board', props.worklist);

  const integration = new JourneyApi(scope, 'IntegrationApi', {
    description: 'Messages of the EHR, and operations',
    logsKey,
    secretPaths: false,
    files: false,
    throttle: { rate: 100, burst: 200 },
    ...(config.domains === undefined ? {} : { domain: config.domains.integration }),
  });
  integration.route('POST', 'ehr/fhir', props.ehrWebhook);
  const asIamPrincipal = { authorizationType: AuthorizationType.IAM };
  integration.route('GET', 'ops/journeys', props.ops, asIamPrincipal);
  integration.route('GET', 'ops/journeys/{id}', props.ops, asIamPrincipal);
  integration.route('GET', 'ops/mails', props.ops, asIamPrincipal);
  integration.route('GET', 'ops/journeys/{id}/dossier', props.ops, asIamPrincipal);
  integration.route('POST', 'ops/journeys/{id}/commands', props.ops, asIamPrincipal);

  loggingAccount(scope, [people, integration]);
  firewalls(scope, props, people, integration);
  return { people, integration };
}

/** API Gateway writes logs by one role per account and region; it must be there before a stage that logs. */
function loggingAccount(scope: Construct, before: readonly JourneyApi[]): void {
  const role = new Role(scope, 'ApiLogsRole', {
    assumedBy: new ServicePrincipal('apigateway.amazonaws.com'),
    managedPolicies: [ManagedPolicy.fromAwsManagedPolicyName('service-role/AmazonAPIGatewayPushToCloudWatchLogs')],
  });
  const account = new CfnAccount(scope, 'ApiAccount', { cloudWatchRoleArn: role.roleArn });
  for (const { api } of before) api.deploymentStage.node.addDependency(account);
}

function firewalls(scope: Construct, props: ApisProps, people: JourneyApi, integration: JourneyApi): void {
  const { config, logsKey } = props;
  const common = { prefix: config.prefix, deployedTo: config.stage, logsKey };
  new WebAcl(scope, 'PeopleFirewall', {
    ...common,
    stage: people.api.deploymentStage,
    rules: [
      rateRule(2000),
      managedRules('AWSManagedRulesAmazonIpReputationList'),
      managedRules('AWSManagedRulesCommonRuleSet', COMMON_BODY_RULES),
      managedRules('AWSManagedRulesKnownBadInputsRuleSet'),
    ],
  });
  new WebAcl(scope, 'IntegrationFirewall', {
    ...common,
    stage: integration.api.deploymentStage,
    rules: [
      ...networkRules(scope, config.integrationNetworks),
      rateRule(6000),
      managedRules('AWSManagedRulesCommonRuleSet', INTEGRATION_COUNTED),
      managedRules('AWSManagedRulesKnownBadInputsRuleSet', BAD_INPUT_BODY_RULES),
    ],
  });
}

/** Refuses every address outside the named networks; no rule when none is named. */
function networkRules(scope: Construct, networks: readonly string[]): readonly WebAclRule[] {
  if (networks.length === 0) return [];
  const sets = [
    ['IPV4', networks.filter((network) => !network.includes(':'))],
    ['IPV6', networks.filter((network) => network.includes(':'))],
  ] as const;
  const outside = sets.map(([ipAddressVersion, addresses]) => ({
    notStatement: {
      statement: {
        ipSetReferenceStatement: {
          arn: new CfnIPSet(scope, `Integration${ipAddressVersion}`, {
            scope: 'REGIONAL',
            ipAddressVersion,
            addresses: [...addresses],
          }).attrArn,
        },
      },
    },
  }));
  return [{ name: 'Networks', action: { block: {} }, statement: { andStatement: { statements: outside } } }];
}
