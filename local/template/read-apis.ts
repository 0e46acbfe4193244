import { Fields } from './fields.ts';
import type { ApiModel, RouteModel } from './model.ts';
import type { Resolver } from './resolver.ts';
import { TemplateError } from './template-error.ts';

/** REST APIs with their routes; every method must be a Lambda proxy. */
export function readApis(resolver: Resolver): ApiModel[] {
  const paths = new Map<string, string>();
  const resources = resolver.set.ofType('AWS::ApiGateway::Resource');
  const pathOf = (id: string): string => {
    if (id.endsWith('-root')) return '';
    const known = paths.get(id);
    if (known !== undefined) return known;
    const resource = resources.find((found) => resolver.physical(found).ref === id);
    if (resource === undefined) throw new TemplateError(`API resource ${id} is not in the templates`);
    const fields = Fields.of(resource, resolver.properties(resource));
    const path = `${pathOf(fields.text('ParentId'))}/${fields.text('PathPart')}`;
    paths.set(id, path);
    return path;
  };
  const routes = resolver.set.ofType('AWS::ApiGateway::Method').map((resource) => {
    const fields = Fields.of(resource, resolver.properties(resource));
    const integration = fields.inside('Integration');
    const functionArn = /functions\/(arn:[^/]+)\/invocations$/.exec(integration.optionalText('Uri') ?? '')?.[1];
    if (integration.text('Type') !== 'AWS_PROXY' || functionArn === undefined) {
      throw new TemplateError(
        `${resource.stack}/${resource.logicalId}: expected a Lambda proxy (AWS_PROXY), got ${integration.text('Type')}`,
      );
    }
    const route: RouteModel = {
      method: fields.text('HttpMethod'),
      path: pathOf(fields.text('ResourceId')) || '/',
      functionArn,
      authorization: fields.optionalText('AuthorizationType') ?? 'NONE',
    };
    return { api: fields.text('RestApiId'), route };
  });
  const stages = new Map(
    resolver.set.ofType('AWS::ApiGateway::Stage').map((stage) => {
      const fields = Fields.of(stage, resolver.properties(stage));
      return [fields.text('RestApiId'), fields.text('StageName')];
    }),
  );
  return resolver.set.ofType('AWS::ApiGateway::RestApi').map((resource) => {
    const id = resolver.physical(resource).ref;
    return {
      logicalId: resource.logicalId,
      id,
      stage: stages.get(id) ?? 'prod',
      routes: routes.filter((found) => found.api === id).map((found) => found.route),
    };
  });
}
