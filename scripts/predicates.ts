// npm run predicates: each predicate of lib/domain says the opposite in turn, and some test has to see it.
import { runCommand } from "./lib/command.mjs";
import type { Predicate } from "./predicates/find";
import type { Inversions } from "./predicates/inversions";

const usage = `npm run predicates [-- <name> …]

Inverts each predicate of lib/domain in turn and runs the tests that rest on it, the narrowest first, until one is red.
It prints which inversions no test has seen. Without a name, all of them.`;

/** The first test that is red while the predicate is inverted; null where none is. */
async function catcherOf(predicate: Predicate, tests: readonly string[], inversions: Inversions) {
  inversions.invert(predicate);
  for (const test of tests) if (!(await inversions.isGreen(test))) return test;
  return null;
}

await runCommand({
  usage,
  takesArguments: true,
  async run(names) {
    // Loaded only now: to say how it is used, neither the compiler nor vitest is needed.
    const [{ findPredicates }, { openInversions }, { readTests }] = await Promise.all([
      import("./predicates/find"),
      import("./predicates/inversions"),
      import("./predicates/related-tests"),
    ]);
    const all = findPredicates();
    const wanted = all.filter(({ name }) => names.length === 0 || names.includes(name));
    const testsOf = readTests();
    const inversions = await openInversions();

    const catchers = new Set<string>();
    let caught = 0;
    for (const predicate of wanted) {
      const catcher = await catcherOf(predicate, testsOf(predicate), inversions);
      const { name, file } = predicate;
      console.log(catcher ? `${name}: ${catcher}` : `${name} of ${file} escaped`);
      if (!catcher) continue;
      caught += 1;
      catchers.add(catcher);
    }

    inversions.invert(null);
    const red: string[] = [];
    for (const test of catchers) if (!(await inversions.isGreen(test))) red.push(test);
    for (const test of red) console.log(`${test} is red without an inversion too`);
    await inversions.close();
    console.log(`predicates: ${caught} of ${wanted.length} inversions caught`);
    process.exit(caught === wanted.length && red.length === 0 ? 0 : 1);
  },
});
