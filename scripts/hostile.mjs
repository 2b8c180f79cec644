// npm run hostile [-- name]: a server that lies, and what the web client makes of it.
import { runCommand } from "./lib/command.mjs";
import { runHostile } from "./lib/hostile.mjs";

const usage = `npm run hostile [-- <name> …]

Runs the web client in Chromium against a server that lies: what is refused, what is shown, and that no secret is
sent. Names choose some of the files of e2e/hostile.`;

await runCommand({
  usage,
  takesArguments: true,
  async run(args) {
    const found = await runHostile(args);
    if ("missing" in found) console.log(`hostile: not run, ${found.missing}`);
    else console.log(found.summary);
    process.exitCode = "missing" in found || found.failed > 0 ? 1 : 0;
  },
});
