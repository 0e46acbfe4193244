import * as z from 'zod';
import { TemplateError } from './template-error.ts';

/** A resource as it stands in a template, its properties not yet resolved. */
export interface Resource {
  readonly stack: string;
  readonly logicalId: string;
  readonly type: string;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly metadata: Readonly<Record<string, unknown>>;
}

/** One synthesised CloudFormation template (parsed JSON) and the name of its stack. */
export interface StackTemplate {
  readonly stackName: string;
  readonly template: unknown;
}

/** Where the stacks are pretended to be; fills AWS::Region and AWS::AccountId. */
export interface Place {
  readonly region: string;
  readonly account: string;
}

export const DEFAULT_PLACE: Place = { region: 'eu-central-1', account: '123456789012' };

const templateShape = z.object({
  Resources: z.record(
    z.string(),
    z.object({
      Type: z.string(),
      Properties: z.record(z.string(), z.unknown()).default({}),
      Metadata: z.record(z.string(), z.unknown()).default({}),
    }),
  ),
  Outputs: z
    .record(z.string(), z.object({ Value: z.unknown(), Export: z.object({ Name: z.unknown() }).optional() }))
    .default({}),
});

/** The stacks of one application with their resources and exports, looked up by name. */
export class TemplateSet {
  readonly place: Place;
  readonly resources: readonly Resource[];
  readonly exports: readonly { readonly stack: string; readonly name: unknown; readonly value: unknown }[];
  readonly #byId = new Map<string, Resource>();

  constructor(stacks: readonly StackTemplate[], place: Place = DEFAULT_PLACE) {
    this.place = place;
    const resources: Resource[] = [];
    const exports: { stack: string; name: unknown; value: unknown }[] = [];
    for (const { stackName, template } of stacks) {
      const parsed = templateShape.safeParse(template);
      if (!parsed.success) {
        throw new TemplateError(
          `Stack ${stackName} is not a CloudFormation template: ${z.prettifyError(parsed.error)}`,
        );
      }
      for (const [logicalId, found] of Object.entries(parsed.data.Resources)) {
        const resource = {
          stack: stackName,
          logicalId,
          type: found.Type,
          properties: found.Properties,
          metadata: found.Metadata,
        };
        resources.push(resource);
        this.#byId.set(`${stackName}/${logicalId}`, resource);
      }
      for (const output of Object.values(parsed.data.Outputs)) {
        if (output.Export) exports.push({ stack: stackName, name: output.Export.Name, value: output.Value });
      }
    }
    this.resources = resources;
    this.exports = exports;
  }

  ofType(...types: readonly string[]): readonly Resource[] {
    return this.resources.filter((resource) => types.includes(resource.type));
  }

  resource(stack: string, logicalId: string): Resource | undefined {
    return this.#byId.get(`${stack}/${logicalId}`);
  }
}
