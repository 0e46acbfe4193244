import { isDay } from '../domain/plain-date.ts';
import type { Act } from '../domain/registers/act.ts';

/** What a form asks to be done to an entry; undefined where something is missing. Whether it may be done is the domain's to say. */
export function readAct(first: (name: string) => string): Act | undefined {
  const because = first('because');
  const reference = first('reference');
  switch (first('do')) {
    case 'quarantine':
      return because === '' ? undefined : { what: 'quarantine', because };
    case 'release':
      return because === '' || reference === '' ? undefined : { what: 'release', because, reference };
    case 'confirmation':
      return reference === '' ? undefined : { what: 'confirmation', reference };
    case 'renewal': {
      const [part, on, next] = [first('part'), first('on'), first('next')];
      return part === '' || reference === '' || !isDay(on) || !isDay(next)
        ? undefined
        : { what: 'renewal', part, on, next, reference };
    }
    default:
      return undefined;
  }
}
