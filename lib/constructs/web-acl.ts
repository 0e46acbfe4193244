import { ArnFormat, Stack } from 'aws-cdk-lib';
import type { Stage as ApiStage } from 'aws-cdk-lib/aws-apigateway';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { CfnLoggingConfiguration, CfnWebACL, CfnWebACLAssociation } from 'aws-cdk-lib/aws-wafv2';
import { Construct } from 'constructs';
import type { Config } from '../config.ts';
import { has } from '../emulator-gaps.ts';
import { keptLog } from './kept-log.ts';

export type WebAclRule = Omit<CfnWebACL.RuleProperty, 'priority' | 'visibilityConfig'>;

/** Requests of one address in five minutes before it is refused. A hospital is often one address. */
export const rateRule = (limit: number): WebAclRule => ({
  name: 'Rate',
  action: { block: {} },
  statement: { rateBasedStatement: { limit, aggregateKeyType: 'IP', evaluationWindowSec: 300 } },
});

/** @param counted rules of the group that only count, by name */
export const managedRules = (group: string, counted: readonly string[] = []): WebAclRule => ({
  name: group,
  overrideAction: { none: {} },
  statement: {
    managedRuleGroupStatement: {
      vendorName: 'AWS',
      name: group,
      ruleActionOverrides: counted.map((name) => ({ name, actionToUse: { count: {} } })),
    },
  },
});

export interface WebAclProps {
  readonly prefix: string;
  readonly rules: readonly WebAclRule[];
  /** The stage of the API. */
  readonly stage: ApiStage;
  readonly deployedTo: Config['stage'];
  readonly logsKey: IKey;
}

/** The firewall of one API. Its log leaves out path and credentials, because a link is a bearer token. */
export class WebAcl extends Construct {
  constructor(scope: Construct, id: string, props: WebAclProps) {
    super(scope, id);
    const visible = (metricName: string): CfnWebACL.VisibilityConfigProperty => ({
      cloudWatchMetricsEnabled: true,
      sampledRequestsEnabled: false,
      metricName,
    });
    const acl = new CfnWebACL(this, 'Acl', {
      scope: 'REGIONAL',
      defaultAction: { allow: {} },
      visibilityConfig: visible(id),
      rules: props.rules.map((rule, priority) => ({
        ...rule,
        priority,
        visibilityConfig: visible(`${id}${rule.name}`),
      })),
    });
    if (has('AWS::WAFv2::WebACLAssociation', props.deployedTo))
      new CfnWebACLAssociation(this, 'Association', { webAclArn: acl.attrArn, resourceArn: props.stage.stageArn });

    if (has('AWS::WAFv2::LoggingConfiguration', props.deployedTo)) this.log(id, acl, props);
  }

  private log(id: string, acl: CfnWebACL, props: WebAclProps): void {
    const stack = Stack.of(this);
    // The name must begin so, or the service refuses it.
    const logGroupName = `aws-waf-logs-${props.prefix}-${id}`;
    const logGroup = keptLog(this, 'Logs', props.logsKey, logGroupName);
    const logging = new CfnLoggingConfiguration(this, 'Logging', {
      resourceArn: acl.attrArn,
      // Without the `:*` at the end of the attribute, which the service refuses.
      logDestinationConfigs: [
        stack.formatArn({
          service: 'logs',
          resource: 'log-group',
          resourceName: logGroupName,
          arnFormat: ArnFormat.COLON_RESOURCE_NAME,
        }),
      ],
      redactedFields: [
        { uriPath: {} },
        { queryString: {} },
        { singleHeader: { Name: 'authorization' } },
        { singleHeader: { Name: 'cookie' } },
        { singleHeader: { Name: 'referer' } },
      ],
    });
    logging.node.addDependency(logGroup);
  }
}
