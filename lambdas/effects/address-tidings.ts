import { newLinkToken, tokenHash } from '../adapters/link-token.ts';
import type { AskedNotice } from '../domain/journey/notice.ts';
import { plus } from '../domain/time.ts';
import type { EffectDeps } from './effect-deps.ts';
import { siteOf } from './site-of.ts';
import type { Source, Tidings } from './tidings.ts';

/** A test mail can be confirmed for this long. */
const TICKET_LIFE = 'P30D';

/** A test mail to one person, with a link of its own; undefined where they have left. */
export async function addressTidings(
  deps: EffectDeps,
  { since: at }: Source,
  { person, class: mailClass }: Extract<AskedNotice, { about: 'person' }>,
): Promise<Tidings | undefined> {
  const member = await deps.staff.find(person);
  const [role] = member?.roles ?? [];
  if (member?.active !== true) return undefined;
  return {
    recipients: [{ member, role: role ?? member.deputises?.[0] ?? 'coordinator' }],
    urgency: { class: mailClass },
    noticeFor: async () => {
      const token = newLinkToken(deps.randomBytes);
      const now = deps.now();
      const ticket = { person: member.id, mail: member.mail, expiresAt: plus(now, TICKET_LIFE, 'UTC') };
      await deps.addresses.asked(tokenHash(token), ticket, now);
      const link = `${deps.publicUrl}/addresses/${token}`;
      return {
        notice: 'prove-address',
        class: mailClass,
        at,
        zone: siteOf(deps, member).zone,
        reader: member.id,
        link,
      };
    },
  };
}
