import { join } from "node:path";
import { root } from "./prepare.mjs";
import { run } from "./run.mjs";

const tsx = join(root, "node_modules/tsx/dist/cli.mjs");

/**
 * Fills an instance with the people of a demo, in a process of its own: `scripts/demo.ts` reads its settings once.
 *
 * @param {string[]} args those of `npm run demo`.
 * @param {{ env?: Record<string, string>, quiet?: boolean }} [options] as `run` takes them.
 */
export const fillDemo = (args, options = {}) =>
  run(process.execPath, [tsx, "--tsconfig", "tsconfig.scripts.json", "scripts/demo.ts", ...args], {
    cwd: root,
    ...options,
  });
