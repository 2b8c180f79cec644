/** How many rows are done at a time: some milliseconds of work. */
const atOnce = 500;

/** The same as `rows.map(make)`, part by part, so that a page is never held up by ten thousand rows. */
export async function mapInParts<Row, Made>(rows: readonly Row[], make: (row: Row) => Made): Promise<Made[]> {
  const made: Made[] = [];
  for (const slice of inSlices(rows)) {
    if (made.length > 0) await breathe();
    for (const row of slice) made.push(make(row));
  }
  return made;
}

/** The same rows, some at a time. */
export function* inSlices<Row>(rows: readonly Row[]): Generator<Row[]> {
  for (let from = 0; from < rows.length; from += atOnce) yield rows.slice(from, from + atOnce);
}

/** Lets the page do whatever waits. Timers would add four milliseconds each time. */
export const breathe = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
