/** How long a page is held at once, in milliseconds: less than what a person notices. */
const slice = 12;

const aMoment = () => new Promise<void>((resolve) => setTimeout(resolve));

/**
 * Does something with each of many things, and lets the page go on after each few milliseconds.
 *
 * @param onProgress told how many are done, after each slice and at the end.
 * @throws whatever `signal` was aborted with.
 */
export async function inSlices<Thing>(
  things: Iterable<Thing>,
  work: (thing: Thing) => void,
  { signal, onProgress }: { signal?: AbortSignal; onProgress: (done: number) => void },
): Promise<void> {
  let since = performance.now();
  let done = 0;
  for (const thing of things) {
    work(thing);
    done += 1;
    if (performance.now() - since < slice) continue;
    onProgress(done);
    await aMoment();
    signal?.throwIfAborted();
    since = performance.now();
  }
  onProgress(done);
}
