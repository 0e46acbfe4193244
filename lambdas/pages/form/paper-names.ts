import { FILE_PARTS } from './file-parts.ts';

/** The scan of the paper, where it is attached. */
export const PAPER_SCAN = 'paper.scan';

/** Names of the controls by which is said what a form was entered from. */
export const PAPER_FIELDS: readonly string[] = [
  'paper.doneBy',
  'paper.reference',
  'paper.sha256',
  ...FILE_PARTS.map((part) => `${PAPER_SCAN}.${part}`),
];
