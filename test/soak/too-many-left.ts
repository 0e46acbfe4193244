/** So large a share of plays may end where somebody came too late: what comes after is then not looked at. */
const MOST_LEFT = 0.05;

/** What is wrong when more plays than that ended early; one always may. */
export const tooManyLeft = (left: number, done: number): readonly string[] =>
  left <= Math.max(1, Math.ceil(done * MOST_LEFT))
    ? []
    : [`${left} of ${done} plays ended where somebody came too late, expected at most ${MOST_LEFT * 100} %`];
