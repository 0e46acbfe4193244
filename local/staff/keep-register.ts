import type { WritableStaffRegister } from '../../lambdas/adapters/dynamo-staff-register.ts';
import { type Outcome, refuse } from '../../lambdas/domain/outcome.ts';
import type { StaffMember } from '../../lambdas/domain/ports.ts';
import { changeOf } from '../../lambdas/domain/staff/change-entry.ts';
import { keepersAt } from '../../lambdas/domain/staff/keepers-at.ts';
import type { StaffChange, Stated } from '../../lambdas/domain/staff/staff-change.ts';
import { leavesNoKeeper, mayNotChange, mayNotMove } from '../../lambdas/domain/staff/who-may-change.ts';

export interface Wanted {
  readonly member: StaffMember;
  readonly stated: Stated;
  readonly pin?: string | undefined;
}

/** The register as its keepers change it. Who they are is asked once: the first people of a site come in one go. */
export class KeptRegister {
  private readonly register: WritableStaffRegister;
  private readonly keepers = new Map<string, Promise<readonly StaffMember[]>>();

  constructor(register: WritableStaffRegister) {
    this.register = register;
  }

  /** What a change would be, with every check and nothing written; `undefined` when nothing would change. */
  async plan({ member, stated, pin }: Wanted): Promise<Outcome<StaffChange | undefined>> {
    const before = await this.register.entry(member.id);
    const decided = changeOf(before, member, stated);
    if (!decided.ok) return decided;
    if (pin !== undefined && before?.hasPin === true) {
      const message = `Staff ${member.id}: has a PIN. A new one takes two people: atmp staff reset-pin ${member.id}`;
      return refuse('forbidden', message);
    }
    if (decided.value === undefined && pin === undefined) return decided;
    const { id, site } = member;
    const { by } = stated;
    const after = await this.keepersOf(site);
    const keepers = { before: before === undefined ? [] : await this.keepersOf(before.member.site), after };
    const refusal =
      mayNotMove(before?.member, { by, to: site }, keepers) ??
      mayNotChange({ id, by, site }, after) ??
      leavesNoKeeper(before?.member, member, keepers.before);
    return refusal === null ? decided : { ok: false, refusal };
  }

  /** Does what was planned, if it still may be done. */
  async change(wanted: Wanted): Promise<Outcome<StaffChange | undefined>> {
    const planned = await this.plan(wanted);
    return planned.ok ? this.register.putStaff(wanted.member, wanted.stated, wanted.pin) : planned;
  }

  private keepersOf(site: string): Promise<readonly StaffMember[]> {
    const known = this.keepers.get(site) ?? keepersAt(this.register, site);
    this.keepers.set(site, known);
    return known;
  }
}
