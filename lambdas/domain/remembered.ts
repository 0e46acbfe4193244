/** More than a journey asks for in one go; past it everything is forgotten, so that a warm function does not grow. */
const MOST = 16_384;

/**
 * A pure function of texts that remembers its answers. One commit reckons the same few dates of calendar and ladder over
 * and over, and reading and writing them as text is most of its work.
 */
export function remembered<Texts extends readonly (string | number)[], Answer>(
  reckon: (...texts: Texts) => Answer,
): (...texts: Texts) => Answer {
  const answers = new Map<string, Answer>();
  return (...texts) => {
    const key = texts.join('\n');
    const known = answers.get(key);
    if (known !== undefined) return known;
    const answer = reckon(...texts);
    if (answers.size >= MOST) answers.clear();
    answers.set(key, answer);
    return answer;
  };
}
