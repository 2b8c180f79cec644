/**
 * `cents * part / whole` in whole cents, half a cent away from zero. Exact, however many seats: the product may be
 * larger than what a number holds.
 */
export function shareOf(cents: number, part: number, whole: number): number {
  const product = BigInt(cents) * BigInt(part);
  const size = product < 0n ? -product : product;
  const rounded = (2n * size + BigInt(whole)) / (2n * BigInt(whole));
  return Number(product < 0n ? -rounded : rounded);
}
