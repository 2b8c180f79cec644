/** A random whole number below `bound`, which is at most 65,536, each as likely. */
export function randomBelow(bound: number): number {
  const even = 65_536 - (65_536 % bound);
  // Numbers beyond the last whole range would favour its beginning, so they are thrown away.
  for (;;) {
    const [number = 65_536] = crypto.getRandomValues(new Uint16Array(1));
    if (number < even) return number % bound;
  }
}
