import { resolve } from "node:path";
import { createVitest, type Vitest } from "vitest/node";
import type { Predicate } from "./find";

const inverted = {
  decision: `said.allowed ? { allowed: false, refusal: "not_found" } : { allowed: true }`,
  boolean: "!said",
};

/** The module with one predicate that says the opposite, to itself and to whoever imports it. */
export function invertedIn(module: string, { name, says }: Predicate): string {
  const asVariable = module.replace(new RegExp(`^export const ${name}\\b`, "m"), `export let ${name}`);
  return `${asVariable}
{
  const original = ${name};
  // A function that is declared can be replaced, and its importers see the new one.
  ${name} = ((...given: any[]) => { const said: any = (original as any)(...given); return ${inverted[says]}; }) as any;
}`;
}

/**
 * One vitest for all runs, which hands out the module of a predicate inverted while there is one. Nothing is written
 * into the tree.
 */
export async function openInversions() {
  let now: Predicate | null = null;
  const plugin = {
    name: "inversions",
    enforce: "pre" as const,
    transform: (code: string, id: string) =>
      now && id.split("?")[0] === resolve(now.file) ? invertedIn(code, now) : undefined,
  };
  const vitest = await createVitest(
    "test",
    { watch: false, config: "vitest.plain.config.ts", reporters: [{}], pool: "threads", maxWorkers: 1 },
    { plugins: [plugin] },
  );
  await vitest.standalone();

  return {
    /** Turns one predicate over, or none. */
    invert(next: Predicate | null) {
      for (const predicate of [now, next]) if (predicate) vitest.invalidateFile(resolve(predicate.file));
      now = next;
    },
    isGreen: (test: string) => isGreen(vitest, test),
    close: () => vitest.close(),
  };
}

export type Inversions = Awaited<ReturnType<typeof openInversions>>;

async function isGreen(vitest: Vitest, test: string): Promise<boolean> {
  const specification = vitest.getRootProject().createSpecification(resolve(test));
  const { testModules, unhandledErrors } = await vitest.runTestSpecifications([specification]);
  // The answer also has the modules of earlier runs.
  const module = testModules.find(({ moduleId }) => moduleId === specification.moduleId);
  return unhandledErrors.length === 0 && module?.ok() === true;
}
