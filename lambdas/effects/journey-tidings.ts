import type { MailClass } from '../domain/events/data.ts';
import type { AskedNotice } from '../domain/journey/notice.ts';
import type { StoredJourney } from '../domain/ports.ts';
import type { Role } from '../domain/vocabulary.ts';
import type { TellNotice } from '../pages/mail-views.ts';
import type { EffectDeps } from './effect-deps.ts';
import { eachOnce, type Recipient } from './in-place-of.ts';
import { recipientsOf } from './recipients.ts';
import { siteOf } from './site-of.ts';
import type { Source, Tidings } from './tidings.ts';

/** What happened to a journey. */
export async function journeyTidings(
  { staff, now }: EffectDeps,
  { journeyId, since }: Source,
  notice: Extract<AskedNotice, { about: 'journey' }>,
  { state }: StoredJourney,
): Promise<Tidings> {
  const base = { class: notice.class, at: since, zone: state.site.zone, journeyId } as const;
  const who = { except: notice.except, told: { at: now(), journeyId: state.id, class: notice.class } };
  return told(await recipientsOf(staff, state.site.id, notice.to, who), () => {
    switch (notice.what) {
      case 'closed':
        return { ...base, notice: 'journey-closed', outcome: state.closed?.outcome ?? 'completed' };
      case 'closing':
        return { ...base, notice: 'journey-closing', outcome: state.closing?.outcome ?? 'completed' };
      case 'reported':
        return { ...base, notice: 'journey-reported', report: notice.detail };
      case 'product-given':
      case 'patient-lost':
        return { ...base, notice: notice.what };
      case 'finding-recorded':
        return { ...base, notice: 'finding-recorded', step: notice.detail };
      case 'mail-bounced':
        return { ...base, notice: 'mail-bounced', reader: notice.detail };
      case 'run-replaced':
        return { ...base, notice: 'run-replaced', run: state.run };
      case 'deviation':
        return { ...base, notice: 'deviation-opened', kind: notice.detail };
      default:
        return { ...base, notice: `journey-${notice.what}`, ...(notice.by === undefined ? {} : { by: notice.by }) };
    }
  });
}

/** A message that waits for somebody, or a rota with gaps. */
export async function siteTidings(
  { staff, now }: EffectDeps,
  { since: at }: Source,
  notice: Extract<AskedNotice, { about: 'message' | 'rota' }>,
): Promise<Tidings> {
  const { class: mailClass, site, to, zone } = notice;
  const base = { class: mailClass, at, zone } as const;
  return told(await recipientsOf(staff, site, to, { told: { at: now(), class: mailClass } }), () =>
    notice.about === 'rota'
      ? { ...base, notice: 'rota-gap', site, role: notice.role, gaps: notice.gaps }
      : { ...base, notice: 'message-parked', eventId: notice.eventId, sender: notice.sender },
  );
}

/** A shift that is not covered on a planned day of treatment, told to who leads the rota, and to others in their roles. */
export async function coverageTidings(
  deps: EffectDeps,
  { since: at }: Source,
  { class: mailClass, to, site, zone, lead, days }: Extract<AskedNotice, { about: 'coverage' }>,
): Promise<Tidings> {
  const recipients = await withPeople(deps, [lead], { site, to, class: mailClass });
  return told(recipients, () => ({ notice: 'shift-short', class: mailClass, at, zone, site, days }));
}

/** What somebody is to be trained in, told to them and to who sees to it. */
export async function curriculumTidings(
  deps: EffectDeps,
  { since: at }: Source,
  notice: Extract<AskedNotice, { about: 'curriculum' }>,
): Promise<Tidings> {
  const { class: mailClass, to, site, zone, person, lead, because, document, by, items } = notice;
  const recipients = await withPeople(deps, [person, lead], { site, to, class: mailClass });
  return told(recipients, () => ({
    ...{ notice: `training-${because}`, class: mailClass, at, zone, reader: person, items },
    ...(document === undefined ? {} : { document }),
    ...(by === undefined ? {} : { by }),
  }));
}

/** People in their first role, while they are here, and with them everybody of these roles. */
async function withPeople(
  { staff, now }: EffectDeps,
  people: readonly (string | undefined)[],
  { site, to, class: mailClass }: { readonly site: string; readonly to: readonly Role[]; readonly class: MailClass },
): Promise<readonly Recipient[]> {
  const members = await Promise.all(people.map((id) => (id === undefined ? undefined : staff.find(id))));
  const own = members.flatMap((member): readonly Recipient[] => {
    const [role] = member?.roles ?? [];
    return member?.active === true && role !== undefined ? [{ member, role }] : [];
  });
  const others = await recipientsOf(staff, site, to, { told: { at: now(), class: mailClass } });
  return eachOnce([...own, ...others]);
}

/** Something that lapses, or is to be done, told to who sees to it, and to others in their roles. */
export async function renewalTidings(
  deps: EffectDeps,
  { since: at }: Source,
  { about: _about, class: mailClass, to, site, zone, ...lapsing }: Extract<AskedNotice, { about: 'renewal' }>,
): Promise<Tidings> {
  const recipients = await withPeople(deps, [lapsing.owner], { site, to, class: mailClass });
  const notice = lapsing.closesNothing === true ? 'task-due' : 'renewal-due';
  return told(recipients, () => ({ notice, class: mailClass, at, zone, ...lapsing }));
}

/** A register whose master is another system, told to who answers for it. Where none of them is here any more, QA is told. */
export async function mirrorTidings(
  deps: EffectDeps,
  { since: at }: Source,
  { about: _about, class: mailClass, to, people, zone, ...mirror }: Extract<AskedNotice, { about: 'mirror' }>,
): Promise<Tidings> {
  const asked = { site: mirror.site, class: mailClass };
  const found = await withPeople(deps, people, { ...asked, to });
  const recipients = found.length > 0 ? found : await withPeople(deps, [], { ...asked, to: ['qa'] });
  return told(recipients, () => ({ notice: `mirror-${mirror.what}`, class: mailClass, at, zone, ...mirror }));
}

type AboutPerson = Extract<AskedNotice, { about: 'person' }>;

/** Something about a member of staff, told to others. */
export const personTidings = async (
  deps: EffectDeps,
  { since: at }: Source,
  { class: mailClass, person: reader, site, to }: AboutPerson,
  notice: Exclude<AboutPerson['what'], 'prove-address'>,
): Promise<Tidings> =>
  told(
    await recipientsOf(deps.staff, site, to, { except: reader, told: { at: deps.now(), class: mailClass } }),
    () => ({
      notice,
      class: mailClass,
      at,
      zone: siteOf(deps, { site }).zone,
      reader,
    }),
  );

/** The same for everybody. */
function told(recipients: readonly Recipient[], notice: () => TellNotice): Tidings {
  return {
    recipients,
    urgency: { class: notice().class },
    noticeFor: async () => notice(),
    lineFor: notice,
  };
}
