import { h, type VNode } from '../element.ts';

/** Where a PIN is typed; never filled in again, because it is typed for each signature. */
export const pinInput = (id: string, described: Readonly<Record<string, string | boolean | undefined>> = {}): VNode =>
  h('input', {
    id,
    name: 'pin',
    type: 'password',
    inputmode: 'numeric',
    class: 'code',
    required: true,
    maxlength: 64,
    autocomplete: 'off',
    ...described,
  });
