import type { SuiteCase } from './case.ts';
import { FLOW } from './flow.ts';
import { NESTED } from './nested.ts';
import { TASKS } from './tasks.ts';

/** The whole suite. */
export const CASES: readonly SuiteCase[] = [...FLOW, ...TASKS, ...NESTED];

/** How a case is called where all are listed. */
export const titleOf = ({ of, name }: Pick<SuiteCase, 'of' | 'name'>): string => `${of}: ${name}`;
