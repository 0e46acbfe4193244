/** A session ends a quarter of an hour after its last use; who types uses it. */
const EVERY_MS = 4 * 60_000;

/** Reads the step anew now and then while somebody types, so that a long form is not lost with the session. */
export function staySignedIn(): void {
  // From when the page was opened.
  let read = 0;
  document.addEventListener('input', ({ timeStamp }) => {
    if (timeStamp - read < EVERY_MS) return;
    read = timeStamp;
    // Without an answer the form says so when it is signed.
    fetch(`${location.pathname}?schemas=none`, { headers: { accept: 'application/json' } }).catch(() => {});
  });
}
