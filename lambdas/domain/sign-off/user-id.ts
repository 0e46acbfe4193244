/** User ids are typed on phones, which begin with a capital; kept they are in small letters. */
export const userId = (typed: string): string => typed.trim().toLowerCase();
