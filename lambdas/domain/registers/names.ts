/** Registers of the quality system that are kept by site (clinical-pathway 3, design 2.12). Competence is kept beside people (ADR 0058). */
export const REGISTERS = [
  'product-readiness',
  'risk-assessments',
  'equipment',
  'shippers',
  'agreements',
  'documents',
  'change-controls',
] as const;
export type RegisterName = (typeof REGISTERS)[number];
