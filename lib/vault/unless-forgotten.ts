/** How often this page has forgotten what its device keeps for when the server is away. */
let times = 0;

export function noteForgotten(): void {
  times += 1;
}

/** Keeps something, and takes it back where all of it was to be forgotten meanwhile: at a log-out, in any tab. */
export async function unlessForgotten(
  keep: () => Promise<void>,
  forget: () => Promise<unknown>,
): Promise<void> {
  const before = times;
  await keep();
  if (times !== before) await forget();
}
