import { type JourneyState, latestDecision, reportsOf } from './state.ts';

/** Kinds of consent, each revocable by itself (clinical-pathway 1.5). */
export const CONSENTS = [
  'therapy',
  'procurement',
  'conditioning',
  'geneticModification',
  'registry',
  'followUp',
  'unusedMaterial',
] as const;
export type ConsentKind = (typeof CONSENTS)[number];

/** Without these there is no treatment. */
export const NEEDED_CONSENTS: readonly ConsentKind[] = [
  'therapy',
  'procurement',
  'conditioning',
  'geneticModification',
];

/** Consents taken back and not found to be a misunderstanding since. */
export function withdrawnConsents(state: JourneyState): readonly ConsentKind[] {
  const mistaken = Object.values(state.steps).flatMap(({ step, decision, phase, round }) =>
    step === 'Decide on the withdrawal' && decision?.decision === 'not-withdrawn'
      ? [state.phases.find((record) => record.phase === phase && record.round === round)?.about]
      : [],
  );
  return reportsOf(state, 'consent-withdrawn')
    .filter(({ seq }) => !mistaken.includes(seq))
    .flatMap(({ values }) => CONSENTS.filter((kind) => (values.consents as readonly unknown[]).includes(kind)));
}

/** True when the patient agreed to this use, and still does. */
export function consentsTo(state: JourneyState, kind: ConsentKind): boolean {
  const given = latestDecision(state, 'Confirm consent')?.evidence.consents as
    | Readonly<Record<string, { readonly given?: boolean }>>
    | undefined;
  return given?.[kind]?.given === true && !withdrawnConsents(state).includes(kind);
}
