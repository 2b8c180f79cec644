import { slicesOf } from "@/lib/domain/slices";

/** How many rows are done at a time: some milliseconds of work. */
export const rowsAtOnce = 500;

/** The same as `rows.map(make)`, part by part, so that a page is never held up by ten thousand rows. */
export async function mapInParts<Row, Made>(rows: readonly Row[], make: (row: Row) => Made): Promise<Made[]> {
  const made: Made[] = [];
  for (const slice of slicesOf(rows, rowsAtOnce)) {
    if (made.length > 0) await breathe();
    for (const row of slice) made.push(make(row));
  }
  return made;
}

/** The same as `rows.toSorted(compare)`, part by part. */
export async function sortInParts<Row>(
  rows: readonly Row[],
  compare: (one: Row, other: Row) => number,
): Promise<Row[]> {
  let runs: Row[][] = [];
  for (const slice of slicesOf(rows, rowsAtOnce)) {
    if (runs.length > 0) await breathe();
    runs.push(slice.sort(compare));
  }
  while (runs.length > 1) {
    const longer: Row[][] = [];
    for (let i = 0; i < runs.length; i += 2) {
      await breathe();
      // What is sorted already is only merged.
      longer.push([...(runs[i] ?? []), ...(runs[i + 1] ?? [])].sort(compare));
    }
    runs = longer;
  }
  return runs[0] ?? [];
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
