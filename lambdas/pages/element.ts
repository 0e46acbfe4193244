import { type ComponentChildren, h as create, type VNode } from 'preact';

export type { ComponentChildren, VNode };

/** One HTML element. Text and attribute values are escaped when it is rendered; undefined attributes are left out. */
export const h = (
  tag: string,
  attributes: Readonly<Record<string, unknown>>,
  ...children: readonly ComponentChildren[]
): VNode => create(tag, attributes as Record<string, string>, ...children) as VNode;
