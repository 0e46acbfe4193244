/** Names of the controls by which is said what a form was entered from. */
export const PAPER_FIELDS: readonly string[] = ['paper.doneBy', 'paper.reference', 'paper.sha256'];
