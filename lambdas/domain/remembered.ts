/** More than a journey asks for in one go; past it everything is forgotten, so that a warm function does not grow. */
const MOST = 4_096;

type Level = Map<string | number, unknown>;

/**
 * A pure function of texts that remembers its answers. One commit reckons the same few dates of calendar and ladder over
 * and over, and reading and writing them as text is most of its work.
 */
export function remembered<Texts extends readonly (string | number)[], Answer>(
  reckon: (...texts: Texts) => Answer,
): (...texts: Texts) => Answer {
  const answers: Level = new Map();
  let count = 0;
  return (...texts) => {
    const level = levelOf(answers, texts);
    const [first = ''] = texts;
    const known = level.get(first);
    if (known !== undefined) return known as Answer;
    const answer = reckon(...texts);
    count += 1;
    if (count > MOST) {
      answers.clear();
      count = 0;
    } else level.set(first, answer);
    return answer;
  };
}

/** Level by level from the last text, of which there are few (zones, durations), to the first: one text made of all would be new each time. */
function levelOf(answers: Level, texts: readonly (string | number)[]): Level {
  let level = answers;
  for (let at = texts.length - 1; at > 0; at -= 1) {
    const text = texts[at] ?? '';
    let next = level.get(text) as Level | undefined;
    if (next === undefined) {
      next = new Map();
      level.set(text, next);
    }
    level = next;
  }
  return level;
}

/** A pure function of an object that nobody changes, remembered for as long as the object is there. */
export function rememberedFor<Key extends object, Answer>(reckon: (key: Key) => Answer): (key: Key) => Answer {
  const known = new WeakMap<Key, { readonly answer: Answer }>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found.answer;
    const answer = reckon(key);
    known.set(key, { answer });
    return answer;
  };
}
