import { type ComponentChildren, h, type VNode } from '../element.ts';

/** A framed message. `bad` is read out at once by screen readers. */
export const banner = (
  kind: 'good' | 'warn' | 'bad',
  title: string,
  text: ComponentChildren,
  extra: Readonly<Record<string, unknown>> = {},
): VNode =>
  h(
    'section',
    { class: `banner ${kind}`, role: kind === 'bad' ? 'alert' : undefined, ...extra },
    title === '' ? null : h('h2', {}, title),
    typeof text === 'string' ? h('p', {}, text) : text,
  );
