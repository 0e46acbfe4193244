/** `2027-01-11T08:00:00.000Z`. Days at the end of a month are left to the calendar, which knows how many it has. */
const CANONICAL = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/;

const DAY_MS = 86_400_000;
const YEAR_0_MS = -62_167_219_200_000;
const YEAR_10000_MS = 253_402_300_800_000;
/** From 1 March of the year 0, where the reckoning begins, to 1970. */
const DAYS_TO_1970 = 719_468;
const DAYS_IN_400_YEARS = 146_097;

/**
 * Milliseconds since 1970 of an instant as the log keeps it; undefined for what needs a calendar to be read. Proleptic Gregorian,
 * UTC, without leap seconds, as ISO 8601 instants are: plain numbers in a tenth of the time that a calendar takes.
 */
export function utcMilliseconds(text: string): number | undefined {
  if (!CANONICAL.test(text)) return undefined;
  const number = (from: number, to: number): number => Number(text.slice(from, to));
  const days = daysSince1970(number(0, 4), number(5, 7), number(8, 10));
  const seconds = number(11, 13) * 3600 + number(14, 16) * 60 + number(17, 19);
  return days * DAY_MS + seconds * 1000 + number(20, 23);
}

/** The instant as the log keeps it; undefined where its year does not have four digits. */
export function utcText(milliseconds: number): string | undefined {
  if (!(milliseconds >= YEAR_0_MS && milliseconds < YEAR_10000_MS)) return undefined;
  const days = Math.floor(milliseconds / DAY_MS);
  const within = milliseconds - days * DAY_MS;
  const seconds = Math.floor(within / 1000);
  const time = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return `${dateText(days)}T${time}.${String(within % 1000).padStart(3, '0')}Z`;
}

/** Years begin in March here, so that a leap day is the last of its year. */
function daysSince1970(year: number, month: number, day: number): number {
  const years = month <= 2 ? year - 1 : year;
  const dayOfYear = Math.floor((153 * (month <= 2 ? month + 9 : month - 3) + 2) / 5) + day - 1;
  const leapDays = Math.floor(years / 4) - Math.floor(years / 100) + Math.floor(years / 400);
  return years * 365 + leapDays + dayOfYear - DAYS_TO_1970;
}

function dateText(days: number): string {
  const since = days + DAYS_TO_1970;
  const era = Math.floor(since / DAYS_IN_400_YEARS);
  const dayOfEra = since - era * DAYS_IN_400_YEARS;
  const leapDays = Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const fromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * fromMarch + 2) / 5) + 1;
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

const two = (number: number): string => (number < 10 ? `0${number}` : String(number));
