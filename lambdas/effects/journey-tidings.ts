import type { AskedNotice } from '../domain/journey/notice.ts';
import type { StoredJourney } from '../domain/ports.ts';
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

/** Something that lapses, told to who renews it, and to others in their roles. */
export async function renewalTidings(
  { staff, now }: EffectDeps,
  { since: at }: Source,
  { about: _about, class: mailClass, to, site, zone, ...lapsing }: Extract<AskedNotice, { about: 'renewal' }>,
): Promise<Tidings> {
  const owner = await staff.find(lapsing.owner);
  const [role] = owner?.roles ?? [];
  const own = owner?.active === true && role !== undefined ? [{ member: owner, role }] : [];
  const others = await recipientsOf(staff, site, to, { told: { at: now(), class: mailClass } });
  return told(eachOnce([...own, ...others]), () => ({ notice: 'renewal-due', class: mailClass, at, zone, ...lapsing }));
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
