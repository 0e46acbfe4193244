import { type Physical, physical } from './physical.ts';
import { TemplateError } from './template-error.ts';
import type { Resource, TemplateSet } from './template-set.ts';

type Json = unknown;

/**
 * Resolves the intrinsic functions of a template set: Ref, Fn::GetAtt, Fn::Join, Fn::Sub, Fn::Select, Fn::Split,
 * Fn::ImportValue and the pseudo parameters. Every other function, and every name that leads nowhere, is refused.
 */
export class Resolver {
  readonly set: TemplateSet;
  readonly #physical = new Map<Resource, Physical>();
  #exports: Map<string, { readonly stack: string; readonly value: Json }> | undefined;

  constructor(set: TemplateSet) {
    this.set = set;
  }

  /** The value with all functions replaced, as seen from `stack`. `where` is named in errors. */
  resolve(stack: string, value: Json, where = stack): Json {
    if (Array.isArray(value)) {
      return value.map((item) => this.resolve(stack, item, where)).filter((item) => item !== undefined);
    }
    if (value === null || typeof value !== 'object') return value;
    const entries = Object.entries(value);
    const only = entries.length === 1 ? entries[0] : undefined;
    if (only !== undefined && (only[0] === 'Ref' || only[0].startsWith('Fn::') || only[0] === 'Condition')) {
      return this.#call(stack, only[0], only[1], where);
    }
    const resolved: Record<string, Json> = {};
    for (const [key, item] of entries) {
      const found = this.resolve(stack, item, `${where}.${key}`);
      if (found !== undefined) resolved[key] = found;
    }
    return resolved;
  }

  properties(resource: Resource): Record<string, Json> {
    const where = `${resource.stack}/${resource.logicalId}`;
    return this.resolve(resource.stack, resource.properties, where) as Record<string, Json>;
  }

  physical(resource: Resource): Physical {
    let found = this.#physical.get(resource);
    if (found === undefined) {
      const where = `${resource.stack}/${resource.logicalId}`;
      found = physical(resource, this.set.place, (property) =>
        this.resolve(resource.stack, resource.properties[property], where),
      );
      this.#physical.set(resource, found);
    }
    return found;
  }

  #call(stack: string, name: string, argument: Json, where: string): Json {
    const text = (value: Json): string => {
      const resolved = this.resolve(stack, value, where);
      if (typeof resolved === 'string' || typeof resolved === 'number' || typeof resolved === 'boolean') {
        return String(resolved);
      }
      throw new TemplateError(`${where}: ${name} expected text, got ${JSON.stringify(resolved)}`);
    };
    const list = (value: Json): Json[] => {
      const resolved = this.resolve(stack, value, where);
      if (Array.isArray(resolved)) return resolved;
      throw new TemplateError(`${where}: ${name} expected a list, got ${JSON.stringify(resolved)}`);
    };
    const pair = (): [Json, Json] => {
      if (Array.isArray(argument) && argument.length === 2) return [argument[0], argument[1]];
      throw new TemplateError(`${where}: ${name} expected two arguments, got ${JSON.stringify(argument)}`);
    };
    switch (name) {
      case 'Ref':
        return this.#ref(stack, text(argument), where);
      case 'Fn::GetAtt': {
        const [id, attribute] = typeof argument === 'string' ? argument.split(/\.(.*)/s) : pair();
        return this.#attribute(stack, text(id), text(attribute), where);
      }
      case 'Fn::Join': {
        const [separator, parts] = pair();
        return list(parts).map(text).join(text(separator));
      }
      case 'Fn::Split': {
        const [separator, whole] = pair();
        return text(whole).split(text(separator));
      }
      case 'Fn::Select': {
        const [index, items] = pair();
        const chosen = list(items)[Number(text(index))];
        if (chosen === undefined) throw new TemplateError(`${where}: Fn::Select ${text(index)} is outside the list`);
        return chosen;
      }
      case 'Fn::Sub':
        return this.#substitute(stack, argument, where);
      case 'Fn::ImportValue':
        return this.#import(text(argument), where);
      default:
        throw new TemplateError(
          `${where}: ${name} is not known; expected Ref, Fn::GetAtt, Fn::Join, Fn::Sub, Fn::Select, Fn::Split or Fn::ImportValue`,
        );
    }
  }

  #ref(stack: string, name: string, where: string): Json {
    switch (name) {
      case 'AWS::Region':
        return this.set.place.region;
      case 'AWS::AccountId':
        return this.set.place.account;
      case 'AWS::Partition':
        return 'aws';
      case 'AWS::URLSuffix':
        return 'amazonaws.com';
      case 'AWS::StackName':
        return stack;
      case 'AWS::NoValue':
        return undefined;
      default:
        return this.physical(this.#find(stack, name, where)).ref;
    }
  }

  #attribute(stack: string, logicalId: string, attribute: string, where: string): string {
    const resource = this.#find(stack, logicalId, where);
    const value = this.physical(resource).attribute(attribute);
    if (value === undefined) {
      throw new TemplateError(`${where}: Fn::GetAtt ${logicalId}.${attribute} is not known for ${resource.type}`);
    }
    return value;
  }

  #substitute(stack: string, argument: Json, where: string): string {
    const [template, variables] = Array.isArray(argument) ? argument : [argument, {}];
    if (typeof template !== 'string') throw new TemplateError(`${where}: Fn::Sub expected text`);
    return template.replace(/\$\{([^}]+)\}/g, (_, name: string) => {
      if (name.startsWith('!')) return `\${${name.slice(1)}}`;
      if (Object.hasOwn(variables, name)) return String(this.resolve(stack, variables[name], where));
      const dot = name.indexOf('.');
      if (dot > 0) return this.#attribute(stack, name.slice(0, dot), name.slice(dot + 1), where);
      return String(this.#ref(stack, name, where));
    });
  }

  #import(name: string, where: string): Json {
    if (this.#exports === undefined) {
      this.#exports = new Map();
      for (const found of this.set.exports) {
        this.#exports.set(String(this.resolve(found.stack, found.name, `${found.stack} export`)), found);
      }
    }
    const found = this.#exports.get(name);
    if (found === undefined) throw new TemplateError(`${where}: no stack exports '${name}'`);
    return this.resolve(found.stack, found.value, `${found.stack} export ${name}`);
  }

  #find(stack: string, logicalId: string, where: string): Resource {
    const found = this.set.resource(stack, logicalId);
    if (found === undefined) {
      throw new TemplateError(
        `${where}: '${logicalId}' is neither a resource of stack ${stack} nor a known pseudo parameter`,
      );
    }
    return found;
  }
}
