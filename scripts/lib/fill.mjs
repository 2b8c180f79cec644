import { root } from "./prepare.mjs";
import { run, Stop } from "./run.mjs";

/**
 * Fills an empty instance by a script, in a process of its own: the embedded database belongs to one.
 *
 * @param {string} script such as `scripts/journeys/fill.ts`.
 * @param {Record<string, string>} env which instance it is.
 */
export async function fill(script, env) {
  const tsx = ["node_modules/tsx/dist/cli.mjs", "--tsconfig", "tsconfig.scripts.json"];
  const { code, output } = await run(process.execPath, [...tsx, script], { cwd: root, env, quiet: true });
  if (code !== 0) throw new Stop(`${output}\nThe instance could not be filled.`);
}
