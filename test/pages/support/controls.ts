/** The controls of our own pages as a browser would post them. Reads only HTML that we wrote, so a pattern is enough. */
export type Pair = readonly [name: string, value: string];

export function formsOf(html: string): readonly string[] {
  return [...html.matchAll(/<form\b(?:"[^"]*"|[^>"])*>(.*?)<\/form>/gs)].map(([, inner]) => inner ?? '');
}

export function formFor(html: string, decision: string): string {
  const form = formsOf(html).find((one) => one.includes(`name="decision" value="${decision}"`));
  if (form === undefined) throw new Error(`no form for ${decision}`);
  return form;
}

const CONTROLS =
  /<(input|textarea|select)\b((?:"[^"]*"|[^>"])*)>(?:(?<=<(?:textarea|select)\b(?:"[^"]*"|[^>"])*>)(.*?)<\/(?:textarea|select)>)?/gs;

/** What posting the form untouched would send, after the HTML rules for successful controls. */
export function pairsOf(form: string): readonly Pair[] {
  const pairs: Pair[] = [];
  for (const [, tag = '', attributes = '', inner = ''] of form.matchAll(CONTROLS)) {
    const name = attribute(attributes, 'name');
    if (name === undefined) continue;
    const type = attribute(attributes, 'type');
    if (tag === 'textarea') pairs.push([name, decoded(inner.replace(/^\n/, '')).replaceAll('\n', '\r\n')]);
    else if (tag === 'select') pairs.push([name, chosen(inner)]);
    else if (type === 'radio' || type === 'checkbox') {
      if (/\schecked\b/.test(attributes)) pairs.push([name, attribute(attributes, 'value') ?? 'on']);
    } else pairs.push([name, attribute(attributes, 'value') ?? '']);
  }
  return pairs;
}

const attribute = (attributes: string, name: string): string | undefined => {
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(attributes)?.[1];
  return found === undefined ? undefined : decoded(found);
};

const chosen = (options: string): string => {
  const selected = [...options.matchAll(/<option([^>]*)>/g)].find(([, attributes]) =>
    / selected/.test(attributes ?? ''),
  );
  return attribute(selected?.[1] ?? '', 'value') ?? '';
};

const decoded = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');

export const encoded = (pairs: Iterable<Pair>): string =>
  new URLSearchParams([...pairs].map(([n, v]) => [n, v])).toString();
