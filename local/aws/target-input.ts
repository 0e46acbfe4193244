import type { TargetModel } from '../template/model.ts';

/** What a rule's target receives: Input, InputPath, InputTransformer, or the event itself. */
export function transformInput(target: TargetModel, event: unknown): unknown {
  if (target.input !== undefined) return JSON.parse(target.input);
  if (target.inputPath !== undefined) return at(event, target.inputPath);
  if (target.inputTransformer === undefined) return event;
  const { paths, template } = target.inputTransformer;
  const found = new Map(Object.entries(paths).map(([name, path]) => [name, at(event, path)]));
  // A placeholder in quotes is text inside text; one without stands for a whole JSON value.
  let quoted = false;
  const filled = template.replace(/\\.|"|<([^<>]+)>/g, (match, name: string | undefined) => {
    if (match === '"') quoted = !quoted;
    if (name === undefined || !found.has(name)) return match;
    const value = found.get(name);
    if (!quoted) return JSON.stringify(value ?? '');
    const text = typeof value === 'string' ? value : JSON.stringify(value ?? '');
    return JSON.stringify(text).slice(1, -1);
  });
  return JSON.parse(filled);
}

/** The value at a path such as `$.detail.name`; undefined when there is none. */
function at(event: unknown, path: string): unknown {
  if (path === '$') return event;
  if (!/^\$(\.[\w-]+)+$/.test(path)) throw new Error(`Input path ${path} is not known; expected $.name.name`);
  let value = event;
  for (const part of path.slice(2).split('.')) value = (value as Record<string, unknown> | undefined | null)?.[part];
  return value;
}
