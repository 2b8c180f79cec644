/** How many there are of what is counted as far as a hundred. */
export const upTo99 = (count: number): string => (count > 99 ? "99+" : String(count));
