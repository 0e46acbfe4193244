import { firstPeople } from '../domain/journey/first-people.ts';
import type { JourneyState, StepState } from '../domain/journey/state.ts';
import type { Draft } from '../domain/sign-off/draft.ts';
import { formSchemas } from '../domain/sign-off/evidence-schemas.ts';
import { isOwnReading } from '../domain/sign-off/own-reading.ts';
import { type Field, fieldNamed, fieldsOf, rowFields } from '../pages/form/fields.ts';
import { find } from '../pages/i18n/texts.ts';
import type { JsonSchema } from '../pages/views.ts';
import { knownValues } from './known-values.ts';
import type { OpenedStep, SignOffDeps } from './opened-step.ts';

interface Opened {
  readonly stored: { readonly state: JourneyState };
  readonly step: StepState;
}

/**
 * Which fields of a form one person may fill in for another who signs. Never a confirmation, and nothing that everybody reads for
 * themselves; unless the page fills it in for everybody anyway, because there it is chosen or accounted for, not compared.
 */
export function keptInDraft({ stored, step }: Opened, form: string): (name: string) => boolean {
  const schemas = formSchemas(step.step) as Readonly<Record<string, JsonSchema>>;
  const schema = find(schemas, form);
  const fields = schema === undefined ? [] : fieldsOf(schema, 'evidence');
  const known = find(knownValues(stored.state, step), form) ?? {};
  const isOwn = (name: string) =>
    isOwnReading(name) && !(Object.hasOwn(known, name) && !name.startsWith('evidence.chainOfIdentity.'));
  return (name) =>
    fieldNamed(fields, name)?.kind !== 'confirm' && ![name, ...besideInRow(fields, name)].some((one) => isOwn(one));
}

/** The names of the row that a name is in: of a row whose container nobody may fill in for another, nothing is about anything. */
function besideInRow(fields: readonly Field[], name: string): readonly string[] {
  const [, list = '', place] = /^(.+?)\.(\d+)\./.exec(name) ?? [];
  const rows = fieldNamed(fields, list);
  return rows?.kind === 'rows' ? rowFields(rows, Number(place)).map((field) => field.name) : [];
}

/** What was filled in of a step, by form, as who signs it is shown it: nothing of who signed the first part of it. */
export async function draftsOf(
  { drafts }: Pick<SignOffDeps, 'drafts'>,
  opened: Opened & Pick<OpenedStep, 'ref'>,
): Promise<Readonly<Record<string, Draft>>> {
  const saved = await drafts.find(opened.stored.state.id, opened.ref);
  return Object.fromEntries(Object.entries(saved).map(([form, draft]) => [form, shownDraft(opened, form, draft)]));
}

/** What of the draft of one form is shown. */
export function shownDraft(opened: Opened, form: string, draft: Draft): Draft {
  const first = firstPeople(opened.stored.state, opened.step).map(({ by }) => by);
  const isKept = keptInDraft(opened, form);
  return Object.fromEntries(Object.entries(draft).filter(([name, { by }]) => isKept(name) && !first.includes(by)));
}
