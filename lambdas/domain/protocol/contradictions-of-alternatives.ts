import type { Rule } from './contradictions.ts';
import { SECTIONS } from './contradictions-of-origin.ts';
import { placeOf } from './place.ts';
import { type Problem, show, showPath } from './problem.ts';
import { isStricterPlace, STRICTER, type Stated, strictest } from './stricter.ts';
import { walk } from './walk.ts';

/** Where sources differ, the strictest value stands in front, so that whoever reads `value` reads the one that gates. */
export const alternativesContradictions: readonly Rule[] = SECTIONS.map((section) => ({
  reads: [section],
  find: (file) => {
    const problems: Problem[] = [];
    walk(file[section], (stated, rest) => {
      if (!Array.isArray(stated.alternatives)) return;
      const path = [section, ...rest];
      const place = placeOf(path);
      if (!isStricterPlace(place)) {
        const expected = 'no alternatives here, because neither value would be the stricter';
        const got = show(stated.alternatives);
        problems.push({
          path: `${showPath(path)}.alternatives`,
          rule: 'alternatives-without-direction',
          got,
          expected,
        });
        return;
      }
      const first = strictest(place, stated as unknown as Stated<number | string>);
      if (first === stated.value) return;
      const expected = `${show(first)}, the ${STRICTER[place]} of all, in front`;
      problems.push({
        path: `${showPath(path)}.value`,
        rule: 'lenient-value-first',
        got: show(stated.value),
        expected,
      });
    });
    return problems;
  },
}));
