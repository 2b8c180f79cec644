/** The two expectations of a suite that runs without a test framework, in a browser as in Node. */

export function expectSame(actual: unknown, expected: unknown): void {
  const [got, wanted] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (got !== wanted) throw new Error(`expected ${wanted}, got ${got}`);
}

/** Expects `work` to fail with the error of that name. */
export async function expectRefusal(name: string, work: () => unknown): Promise<void> {
  const failure = await Promise.resolve()
    .then(work)
    .then(
      () => null,
      (error: unknown) => error,
    );
  expectSame(failure instanceof Error ? failure.name : failure, name);
}
