/** Longer than the switch to another key takes, from the moment that its row names, in milliseconds. */
const switchTakes = 5 * 60_000;

/**
 * Whether an app has an organization's key: whether it was told keys since that one came. Apps name no key, and what they
 * seal under a former one opens to nobody who has only the next.
 */
export const hasToldKey = (rotatedAt: Date | null, toldAt: Date | null): boolean =>
  rotatedAt === null || (toldAt !== null && Number(toldAt) - Number(rotatedAt) > switchTakes);
