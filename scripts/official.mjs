// npm run official [-- version …]: the official command line against an instance of ours.
import { runCommand } from "./lib/command.mjs";
import { runOfficial } from "./lib/official.mjs";

const usage = `npm run official [-- <version> …]

Installs the official command line (@bitwarden/cli) into a folder of its own, starts an instance with people and items,
and drives it: log-in, sync, items, folders, an organization's collections, lock and unlock. Versions choose others than
those that are tried by default.`;

await runCommand({
  usage,
  takesArguments: true,
  async run(args) {
    const { steps, versions, failed, missing } = await runOfficial(args);
    for (const { version, why } of missing) console.log(`official: ${version} was not installed: ${why}`);
    for (const { version, step, why } of failed)
      console.log(`official: ${version} failed at "${step}": ${why}`);
    console.log(`official: ${steps} steps with ${versions} versions, ${failed.length} failed`);
    process.exitCode = failed.length + missing.length === 0 ? 0 : 1;
  },
});
