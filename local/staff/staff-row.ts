import type { StaffEntry } from '../../lambdas/adapters/dynamo-staff-register.ts';
import { staffMemberShape } from '../../lambdas/adapters/staff-items.ts';
import type { CsvRow } from '../../lambdas/domain/csv.ts';
import { type Outcome, ok, refuse } from '../../lambdas/domain/outcome.ts';
import type { StaffMember } from '../../lambdas/domain/ports.ts';
import { ROLES } from '../../lambdas/domain/vocabulary.ts';

export const NEEDED_COLUMNS = ['id', 'name', 'mail', 'roles', 'site', 'language'] as const;
export const OTHER_COLUMNS = [
  'deputises',
  'phone',
  'active',
  'checked_by',
  'checked_at',
  'checked_how',
  'oidc_subject',
  'left',
] as const;

const YES = ['yes', 'ja', 'true', '1', 'x'];
const NO = ['', 'no', 'nein', 'false', '0'];

/** What a cell says of yes and no; undefined for anything else. */
const yesOrNo = (cell: string | undefined, blank: boolean): boolean | undefined => {
  const said = (cell ?? '').toLowerCase();
  if (said === '') return blank;
  return YES.includes(said) ? true : NO.includes(said) ? false : undefined;
};

const rolesIn = (cell = ''): readonly string[] => cell.split(/[\s|+]+/).filter((role) => role !== '');

export type RowMeans =
  | { readonly leaves: true; readonly id: string }
  | { readonly leaves: false; readonly member: StaffMember };

/**
 * What a row says of a member of staff. Of who leaves it names the id and no more; what it says nothing of in columns that
 * nobody has to fill in (identity, deputies, whether somebody is away) stays as it is; identity and log-in only at the same site.
 */
export function readRow({ values, surplus }: CsvRow, kept: StaffEntry | undefined): Outcome<RowMeans> {
  if (surplus !== 0) {
    const problem = `${Math.abs(surplus)} ${surplus > 0 ? 'more' : 'fewer'} fields than columns`;
    return refuse('invalid', `got ${problem}; a field with the separator in it stands in quotation marks`);
  }
  const left = yesOrNo(values.left, false);
  if (left === undefined) return refuse('invalid', `left: got "${values.left}", expected yes, or nothing`);
  if (left) return ok({ leaves: true, id: values.id ?? '' });
  const active = yesOrNo(values.active, kept?.member.active ?? true);
  if (active === undefined) return refuse('invalid', `active: got "${values.active}", expected yes or no`);
  const { id, name, mail, site, language } = values;
  const roles = rolesIn(values.roles);
  const deputises = values.deputises === undefined ? kept?.member.deputises : rolesIn(values.deputises);
  if (roles.length + (deputises?.length ?? 0) === 0) {
    return refuse('invalid', `roles: got none, expected one or more of ${ROLES.join(', ')}`);
  }
  // By what somebody signs is said anew at another site: whoever said it before, its keepers do not know.
  const known = kept?.member.site === site ? kept?.member : undefined;
  const identity = identityIn(values) ?? known?.identity;
  const oidcSubject = (values.oidc_subject ?? '') || known?.oidcSubject;
  const parsed = staffMemberShape().safeParse({
    ...{ id, name, mail, roles, site, language, active },
    ...(deputises === undefined ? {} : { deputises }),
    ...(identity === undefined ? {} : { identity }),
    ...(oidcSubject === undefined ? {} : { oidcSubject }),
    ...phoneIn(values, kept?.member),
    ...chosen(kept?.member),
  });
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, message }) => `${path.map(String).join('.')}: ${message}`);
    return refuse('invalid', problems.join('; '));
  }
  return ok({ leaves: false, member: parsed.data });
}

/** What no file says because people choose it, or because it is not for tables: it stays. */
const chosen = ({ quietHours, mails }: Partial<StaffMember> = {}): Partial<StaffMember> => ({
  ...(quietHours === undefined ? {} : { quietHours }),
  ...(mails === undefined ? {} : { mails }),
});

/** As people write numbers, with blanks and hyphens; a column that is there and empty takes the number away. */
function phoneIn({ phone }: CsvRow['values'], kept: StaffMember | undefined): Pick<StaffMember, 'phone'> {
  const number = phone === undefined ? kept?.phone : phone.replaceAll(/[\s-]/g, '') || undefined;
  return number === undefined ? {} : { phone: number };
}

/** Undefined where nothing is said; half of it is refused with the rest of the row. */
function identityIn({ checked_by = '', checked_at = '', checked_how = '' }: CsvRow['values']) {
  if (checked_by + checked_at + checked_how === '') return undefined;
  return { checkedBy: checked_by, checkedAt: checked_at, how: checked_how };
}
