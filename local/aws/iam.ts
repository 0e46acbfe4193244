import type { Model, RoleModel, StatementModel } from '../template/model.ts';
import { type Condition, compileCondition, type Facts } from './iam-condition.ts';
import { wildcard } from './iam-pattern.ts';
import { ServiceError } from './service-error.ts';

/** Who signs a request: a function, a service in one of the template's roles, or the operator, who may do everything. */
export type Principal =
  | { readonly kind: 'operator' }
  | { readonly kind: 'role'; readonly roleArn: string; readonly session: string };

/** The access key of the command line and of tests. */
export const OPERATOR = 'operator';

/** Under which name it is counted what a principal uses: a function's logical id, or `operator`. */
export const userOf = (principal: Principal): string => (principal.kind === 'role' ? principal.session : OPERATOR);

interface Rule {
  readonly statement: StatementModel;
  readonly allows: boolean;
  readonly action: (action: string) => boolean;
  readonly resource: (resource: string) => boolean;
  readonly conditional: boolean;
  readonly condition: Condition;
}

/** What was found out before: that a request is allowed whatever its facts, or the rules that name it. */
type Known = 'allowed' | readonly Rule[];

interface RoleRules {
  readonly role: RoleModel;
  readonly rules: readonly Rule[];
  /** By action and resource. */
  readonly known: Map<string, Map<string, Known>>;
}

/** Prefixes of actions that nothing embedded performs: their statements cannot be seen to be used. */
const UNSEEN = [
  'logs:',
  'xray:',
  'kms:Decrypt',
  'kms:DescribeKey',
  'kms:Encrypt',
  'kms:GenerateDataKey',
  'kms:ReEncrypt',
  'sqs:',
  'sns:',
  'dynamodb:ListStreams',
  'events:PutTargets',
  'events:PutRule',
  'events:DescribeRule',
];

/** Evaluates the roles of the templates as IAM would, and remembers which statements were needed. */
export class Iam {
  readonly #roles = new Map<string, RoleRules>();
  readonly #functions: ReadonlyMap<string, string>;
  readonly #account: string;
  readonly #used = new Set<StatementModel>();

  constructor(model: Model) {
    this.#account = model.account;
    this.#functions = new Map(model.functions.map(({ logicalId, roleArn }) => [logicalId, roleArn]));
    for (const role of model.roles) {
      this.#roles.set(role.arn, { role, rules: role.statements.map(compile), known: new Map() });
    }
  }

  /** The principal behind an access key: a function's logical id, or `operator`. */
  principal(accessKeyId: string): Principal {
    if (accessKeyId === OPERATOR) return { kind: 'operator' };
    const roleArn = this.#functions.get(accessKeyId);
    if (roleArn === undefined) {
      throw new ServiceError('UnrecognizedClientException', 'The security token included in the request is invalid.');
    }
    return { kind: 'role', roleArn, session: accessKeyId };
  }

  /** @throws ServiceError AccessDeniedException when the principal's statements do not allow the action. */
  authorize(principal: Principal, action: string, resource: string, facts: Facts = {}): void {
    if (principal.kind === 'operator') return;
    const role = this.#roles.get(principal.roleArn);
    const known = role?.known.get(action)?.get(resource);
    if (known === 'allowed') return;
    // Only conditions look at more than these names, and a request for the same ones comes again and again.
    const rules = role?.rules ?? [];
    const named = known ?? rules.filter((rule) => rule.action(action) && rule.resource(resource));
    const matching = named.filter((rule) => rule.condition(facts));
    const denied = matching.find((rule) => !rule.allows);
    const allowed = matching.find((rule) => rule.allows);
    if (denied !== undefined || allowed === undefined) {
      throw this.#refusal(principal.roleArn, principal.session, action, resource, denied !== undefined);
    }
    for (const rule of matching) this.#used.add(rule.statement);
    if (known !== undefined) return;
    // Only a decision that no condition had a part in holds for the next request too.
    const unconditional = named.every((rule) => !rule.conditional);
    const ofAction = role?.known.get(action) ?? new Map<string, Known>();
    role?.known.set(action, ofAction.set(resource, unconditional ? 'allowed' : named));
  }

  /** Whether the role may be assumed by a service such as `scheduler.amazonaws.com`. */
  trusts(roleArn: string, service: string): boolean {
    return this.#roles.get(roleArn)?.role.trustedServices.includes(service) ?? false;
  }

  /** Statements that no request needed so far, of those the embedded stack can see being used. */
  unusedStatements(): { readonly role: string; readonly statement: string; readonly actions: readonly string[] }[] {
    return [...this.#roles.values()].flatMap(({ role }) =>
      role.statements
        .filter((statement) => !this.#used.has(statement))
        .filter((statement) => !statement.actions.every((action) => UNSEEN.some((prefix) => action.startsWith(prefix))))
        .map((statement) => ({ role: role.logicalId, statement: statement.label, actions: statement.actions })),
    );
  }

  #refusal(roleArn: string, session: string, action: string, resource: string, explicit: boolean): ServiceError {
    const role = roleArn.slice(roleArn.lastIndexOf('/') + 1);
    const reason = explicit
      ? 'with an explicit deny in an identity-based policy'
      : `because no identity-based policy allows the ${action} action`;
    return new ServiceError(
      'AccessDeniedException',
      `User: arn:aws:sts::${this.#account}:assumed-role/${role}/${session} is not authorized to perform: ${action} on resource: ${resource} ${reason}`,
    );
  }
}

function compile(statement: StatementModel): Rule {
  const actions = statement.actions.map((action) => wildcard(action.toLowerCase()));
  const resources = statement.resources.map(wildcard);
  return {
    statement,
    allows: statement.effect === 'Allow',
    action: (action) => actions.some((matches) => matches(action.toLowerCase())),
    resource: (resource) => resources.some((matches) => matches(resource)),
    conditional: Object.keys(statement.condition).length > 0,
    condition: compileCondition(statement.condition, statement.label),
  };
}
