/** What a deployment is for. `production`: patients. `training`: invented patients in a hospital. `demo`: a laptop, a test. */
export const USES = ['production', 'training', 'demo'] as const;
export type Use = (typeof USES)[number];
