/** More than a journey asks for in one go; past it everything is forgotten, so that a warm function does not grow. */
const MOST = 4_096;

type Text = string | number;
type Level = Map<Text, unknown>;

/** Up to four texts, of which none is left out. */
type Few = [first: Text, second?: Text, third?: Text, fourth?: Text];

/**
 * A pure function of texts that remembers its answers. One commit reckons the same few dates of calendar and ladder over
 * and over, and reading and writing them as text is most of its work.
 */
export function remembered<Texts extends Few, Answer>(
  reckon: (...texts: Texts) => Answer,
): (...texts: Texts) => Answer {
  const answers: Level = new Map();
  let count = 0;
  // Named one by one: a list of them for each of a hundred thousand calls would be more work than looking them up.
  const remembering = (first: Text, second?: Text, third?: Text, fourth?: Text): Answer => {
    const level = levelIn(levelIn(levelIn(answers, fourth), third), second);
    const known = level.get(first);
    if (known !== undefined) return known as Answer;
    const answer = (reckon as (...texts: readonly (Text | undefined)[]) => Answer)(first, second, third, fourth);
    count += 1;
    if (count > MOST) {
      answers.clear();
      count = 0;
    } else level.set(first, answer);
    return answer;
  };
  return remembering as (...texts: Texts) => Answer;
}

/** Level by level from the last text, of which there are few (zones, durations), to the first: one text made of all would be new each time. */
function levelIn(level: Level, text: Text | undefined): Level {
  if (text === undefined) return level;
  const known = level.get(text) as Level | undefined;
  if (known !== undefined) return known;
  const next: Level = new Map();
  level.set(text, next);
  return next;
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
