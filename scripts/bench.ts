// npm run bench [-- name]: prints figures as counts and ratios; fails when one falls short of its limit.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { runCommand } from "./lib/command.mjs";
import { Stop } from "./lib/run.mjs";
import { makeWasm } from "./lib/wasm.mjs";

/** What a file of scripts/bench exports to be a bench. Others there are parts of one. */
export type Bench = { run: () => Promise<{ lines: string[]; ok: boolean }> };

const folder = join(import.meta.dirname, "bench");

async function allBenches(): Promise<Map<string, Bench>> {
  const benches = new Map<string, Bench>();
  for (const file of readdirSync(folder).filter((name) => name.endsWith(".ts"))) {
    const module: Partial<Bench> = await import(pathToFileURL(join(folder, file)).href);
    if (module.run) benches.set(file.slice(0, -".ts".length), { run: module.run });
  }
  return benches;
}

async function runBench(name: string, bench: Bench): Promise<boolean> {
  const { lines, ok } = await bench.run();
  for (const line of lines) console.log(`${name}: ${line}`);
  return ok;
}

const usage = `npm run bench [-- <name> …]

Prints figures as counts and ratios, and fails when one falls short of its limit. Each file of scripts/bench that
measures is a bench; without a name, all of them.`;

await runCommand({
  usage,
  takesArguments: true,
  async run(wanted) {
    await makeWasm();
    const benches = await allBenches();
    const unknown = wanted.find((name) => !benches.has(name));
    if (unknown)
      throw new Stop(`There is no bench ${unknown}. There are: ${[...benches.keys()].join(", ")}.`);

    let good = 0;
    const chosen = [...benches].filter(([name]) => wanted.length === 0 || wanted.includes(name));
    for (const [name, bench] of chosen) if (await runBench(name, bench)) good += 1;
    console.log(`bench: ${good} of ${chosen.length} within their limits`);
    process.exit(good === chosen.length ? 0 : 1);
  },
});
