import { type JourneyState, reportsOf } from './state.ts';

/** A date of the plan as it was last moved after it was first stated at `since`; undefined where it was not. */
export const movedSince = (state: JourneyState, { seq: since }: { readonly seq: number }, name: string): unknown =>
  reportsOf(state, 'dates-moved').findLast(({ seq, values }) => seq > since && values[name] !== undefined)?.values[
    name
  ];
