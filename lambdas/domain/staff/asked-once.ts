import type { StaffDirectory } from '../ports.ts';

/** The register of staff, asked once for each person and each role of a site: for work in one go, in which nobody comes or leaves. */
export function askedOnce({
  find,
  holding,
}: Pick<StaffDirectory, 'find' | 'holding'>): Pick<StaffDirectory, 'find' | 'holding'> {
  const people = new Map<string, ReturnType<typeof find>>();
  const roles = new Map<string, ReturnType<typeof holding>>();
  return {
    find(id) {
      const member = people.get(id) ?? find(id);
      people.set(id, member);
      return member;
    },
    holding(site, role) {
      const key = `${site} ${role}`;
      const members = roles.get(key) ?? holding(site, role);
      roles.set(key, members);
      return members;
    },
  };
}
