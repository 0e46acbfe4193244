/**
 * Does every piece of work once, one after the other in each lane, all lanes side by side; a lane takes the next piece
 * when it is free. When one fails, no lane begins another.
 *
 * @returns the answers, in the order of the work
 * @throws what the first piece that failed threw
 */
export async function inLanes<Lane, Work, Answer>(
  lanes: readonly Lane[],
  work: readonly Work[],
  play: (lane: Lane, piece: Work) => Promise<Answer>,
): Promise<readonly Answer[]> {
  const waiting = [...work.entries()];
  const answers: Answer[] = [];
  await Promise.all(
    lanes.map(async (lane) => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        const [index, piece] = next;
        try {
          answers[index] = await play(lane, piece);
        } catch (error) {
          waiting.length = 0;
          throw error;
        }
      }
    }),
  );
  return answers;
}
