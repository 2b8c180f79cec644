/** How many rows are done at a time: some milliseconds of work. */
const atOnce = 1000;

/** The same as `rows.map(make)`, part by part, so that a page is never held up by ten thousand rows. */
export async function mapInParts<Row, Made>(rows: readonly Row[], make: (row: Row) => Made): Promise<Made[]> {
  const made: Made[] = [];
  for (let from = 0; from < rows.length; from += atOnce) {
    if (from > 0) await breathe();
    for (const row of rows.slice(from, from + atOnce)) made.push(make(row));
  }
  return made;
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
