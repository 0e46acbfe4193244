import type { Fact as ToldFact } from '../domain/journey/fact.ts';
import { type Dictionary, dictionary } from './i18n/dictionary.ts';
import { find, say } from './i18n/texts.ts';
import { instantText } from './time-text.ts';
import type { Fact, Language } from './views.ts';

/** An instant as it is kept. */
export const isInstant = (value: string): boolean => INSTANT.test(value);
const INSTANT = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;
const IDENTIFIERS = [
  'chainOfIdentity',
  'donationNumber',
  'batch',
  'containers',
  'containersPrescribed',
  'containersToAccount',
  'donationsToAccount',
  'excursionContainers',
  'excursionLogger',
  'deviationBatch',
  'deviationContainers',
  'deviationHeld',
  'shipperSent',
  'sealSent',
  'loggerSent',
];
/** In the words of whoever proposed, assessed or checked a change. */
const OF_CHANGES = [
  'caseTitle',
  'changeId',
  'changeWhat',
  'changeWhy',
  'changeOf',
  'changeProposedBy',
  'changeRollback',
  'impactRegulatory',
  'impactValidation',
  'impactData',
  'impactTraining',
  'impactPatients',
  'changeApprovedBy',
  'changeEffectiveness',
  'journeyConcerned',
  'journeysNotListed',
];
const KINDS: Readonly<Record<string, NonNullable<Fact['kind']>>> = {
  ...Object.fromEntries(IDENTIFIERS.map((label) => [label, 'identifier'])),
  flagsRaised: 'options',
  consentsWithdrawn: 'options',
  consentsGiven: 'options',
  waiting: 'words',
  underReview: 'words',
  identityDiffers: 'words',
  goReopened: 'words',
  deliveryHours: 'words',
  availability: 'words',
  inspectionFound: 'faults',
  closingOutcome: 'outcome',
  excursionLeg: 'options',
  excursionFound: 'faults',
  excursionReported: 'text',
  testsPending: 'text',
  releaseLimit: 'text',
  conditioningRegimen: 'text',
  paperReference: 'text',
  transcribedStep: 'step',
  transcribedWhat: 'done',
  unsignedCorrections: 'step',
  correctedStep: 'step',
  correctedWhat: 'done',
  correctedField: 'field',
  correctedBecause: 'text',
  correctedClocks: 'text',
  correctedClocksStand: 'text',
  correctedCounts: 'words',
  correctedGatesChanged: 'gates',
  correctedGatesStand: 'gates',
  correctedDocuments: 'documents',
  continuationWaits: 'text',
  exemptedBy: 'text',
  exemptedPerson: 'text',
  exemptedFor: 'text',
  exemptionTakenBackBy: 'text',
  exemptedStep: 'step',
  exemptedBecause: 'text',
  deviationKind: 'deviation',
  deviationsOpen: 'deviation',
  deviationsHandled: 'deviation',
  deviationsNotTriaged: 'deviation',
  deviationClass: 'options',
  deviationConcerns: 'options',
  deviationStep: 'step',
  deviationDetail: 'text',
  deviationAction: 'text',
  capaOpen: 'deviation',
  changeClass: 'words',
  ...Object.fromEntries(OF_CHANGES.map((label) => [label, 'text'])),
  rootCause: 'text',
  productImpact: 'text',
  patientImpact: 'text',
  capaReferences: 'text',
  capaActions: 'text',
  capaOwner: 'text',
};

/** The same facts with how each is shown. */
export const withKinds = (facts: readonly ToldFact[]): readonly Fact[] =>
  facts.map((fact) => ({ ...fact, ...(KINDS[fact.label] === undefined ? {} : { kind: KINDS[fact.label] }) }));

/** The value of a fact as it is read. */
export function factText(fact: Fact, zone: string, language: Language): string {
  const texts = dictionary(language);
  const { kind, value } = fact;
  const words = (dictionaryOf: Readonly<Record<string, string>>): string =>
    value
      .split(', ')
      .map((key) => say(dictionaryOf, key))
      .join(', ');
  if (kind === 'words') return words(texts.factWords);
  if (kind === 'options') return words(texts.options);
  if (kind === 'faults') return words(texts.faults);
  if (kind === 'deviation') return words(texts.deviations);
  if (kind === 'outcome') return words(texts.journeyOutcomes);
  if (kind === 'step') return titles(value, texts);
  if (kind === 'gates') return gateTexts(value.split(', ').map(gateAt), texts).join('; ');
  if (kind === 'documents') return words(texts.documentNames);
  if (kind === 'done') return doneText(fact, texts);
  if (kind === 'text') return `${value}${withOf(fact, texts)}`;
  const isTime = kind === 'instant' || (kind === undefined && isInstant(value));
  return isTime ? `${instantText(value, zone, language)}${withOf(fact, texts)}` : value;
}

function withOf({ of }: Fact, texts: Dictionary): string {
  if (of === undefined) return '';
  const [item = '', ...container] = of.split('#');
  const words =
    find(texts.items, item) ?? find(texts.options, item) ?? find<{ title: string }>(texts.steps, item)?.title;
  return ` (${[words ?? item, ...container].join(', ')})`;
}

const gateAt = (named: string): AskedGate => {
  const [gate = '', step = ''] = named.split('@');
  return { gate, step };
};

interface AskedGate {
  readonly gate: string;
  readonly step: string;
}

/** Each gate by its name, with the steps at which it was asked. */
export const gateTexts = (gates: readonly AskedGate[], texts: Dictionary): readonly string[] =>
  [...Map.groupBy(gates, ({ gate }) => gate)].map(([gate, asked]) => {
    const at = [...new Set(asked.map(({ step }) => titles(step, texts)))].join(', ');
    return `${find(texts.gateNames, gate) ?? gate} (${at})`;
  });

/** Steps by their titles; no name of a step holds a comma. */
const titles = (value: string, texts: Dictionary): string =>
  value
    .split(', ')
    .map((name) => find<{ title: string }>(texts.steps, name)?.title ?? name)
    .join(', ');

/** What was signed of a step: a decision, an item of its checklist with its container, or a report. */
function doneText({ value, of = '' }: Fact, texts: Dictionary): string {
  const [item = '', ...container] = value.split('#');
  const decisions = find<{ decisions: Readonly<Record<string, string>> }>(texts.steps, of)?.decisions ?? {};
  const words = find(decisions, item) ?? find(texts.items, item) ?? find(texts.reports, item) ?? item;
  return [words, ...container].join(', ');
}
