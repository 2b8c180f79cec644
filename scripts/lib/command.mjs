import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Stop } from "./run.mjs";

const manifest = join(import.meta.dirname, "../../package.json");

export const version = () => JSON.parse(readFileSync(manifest, "utf8")).version;

/**
 * Runs a script of package.json to its end: each goes through here, so that none begins its work when it was only
 * asked how it is used (`--help`) or which version this is (`--version`).
 *
 * What is thrown ends the process with code 1. A `Stop` is said without a trace.
 *
 * @param {object} command
 * @param {string} command.usage the line to type, an empty line, and what comes of it.
 * @param {boolean} [command.takesArguments] where not, whatever is given is refused: it would have no effect.
 * @param {(args: string[]) => Promise<void>} command.run
 */
export async function runCommand({ usage, takesArguments = false, run }) {
  const args = process.argv.slice(2);
  if (args.includes("--help") || args.includes("-h")) return console.log(usage);
  if (args.includes("--version")) return console.log(`Trousseau ${version()}`);
  try {
    if (!takesArguments && args.length > 0) throw new Stop(`There is no ${args[0]} here.\n\n${usage}`);
    await run(args);
  } catch (error) {
    console.error(error instanceof Stop ? error.message : error);
    process.exit(1);
  }
}
