import type { ApiModel, RouteModel } from '../template/model.ts';

export interface Match {
  readonly api: ApiModel;
  readonly route: RouteModel;
  readonly parameters: Readonly<Record<string, string>>;
}

interface Compiled {
  readonly api: ApiModel;
  readonly route: RouteModel;
  readonly parts: readonly string[];
}

/** Finds the route of a request over all APIs, as API Gateway does: literal segments before parameters, methods before ANY. */
export function routeFinder(apis: readonly ApiModel[]): (method: string, path: string) => Match | undefined {
  const routes: Compiled[] = apis
    .flatMap((api) => api.routes.map((route) => ({ api, route, parts: split(route.path) })))
    .sort((one, other) => parameterCount(one) - parameterCount(other));
  const seen = new Set<string>();
  for (const { route } of routes) {
    const name = `${route.method} ${route.path}`;
    if (seen.has(name)) throw new Error(`Two APIs have ${name}; expected one, embedded they share the port`);
    seen.add(name);
  }
  return (method, path) => {
    const asked = split(path);
    for (const wanted of [method, 'ANY']) {
      for (const { api, route, parts } of routes) {
        const parameters = route.method === wanted ? bind(parts, asked) : undefined;
        if (parameters !== undefined) return { api, route, parameters };
      }
    }
    return undefined;
  };
}

const split = (path: string): string[] => path.split('/').filter((part) => part !== '');
const parameterCount = ({ parts }: Compiled): number =>
  parts.filter((part) => part.startsWith('{')).length + (parts.at(-1)?.endsWith('+}') ? 100 : 0);

function bind(parts: readonly string[], asked: readonly string[]): Record<string, string> | undefined {
  const parameters: Record<string, string> = {};
  for (const [at, part] of parts.entries()) {
    if (part.endsWith('+}')) {
      if (at >= asked.length) return undefined;
      parameters[part.slice(1, -2)] = asked.slice(at).join('/');
      return parameters;
    }
    const given = asked[at];
    if (given === undefined) return undefined;
    if (!part.startsWith('{')) {
      if (part !== given) return undefined;
      continue;
    }
    try {
      parameters[part.slice(1, -1)] = decodeURIComponent(given);
    } catch {
      return undefined;
    }
  }
  return parts.length === asked.length ? parameters : undefined;
}
