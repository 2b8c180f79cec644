// Starts an instance of its own, filled with the data of a small provider, afresh unless --keep is given.
import { join, resolve } from "node:path";
import { runCommand } from "./lib/command.mjs";
import { build, checkNode, install, root } from "./lib/prepare.mjs";
import { run, Stop } from "./lib/run.mjs";

const port = process.env.PORT || "3001";
const dataDir = resolve(root, ".data-demo");

const usage = `npm run demo [-- --keep]

Starts an instance of its own on port 3001 (or PORT), in .data-demo, with the data of a small provider, and prints
whom to log in as. It begins afresh each time.

  --keep  goes on with what the last demo left`;

await runCommand({
  usage,
  takesArguments: true,
  async run(args) {
    process.chdir(root);
    checkNode();
    await install();
    await build();

    // Its own database and files, whatever the settings of the instance beside it. Blank counts as none.
    Object.assign(process.env, {
      PORT: port,
      APP_URL: process.env.APP_URL || `http://127.0.0.1:${port}`,
      DATA_DIR: dataDir,
      DATABASE_URL: "",
      DATABASE_DRIVER: "",
      RESEND_API_KEY: "",
    });
    console.log("Filling the demo…");
    const tsx = join(root, "node_modules/tsx/dist/cli.mjs");
    const { code } = await run(
      process.execPath,
      [tsx, "--tsconfig", "tsconfig.scripts.json", "scripts/demo.ts", ...args],
      {
        cwd: root,
      },
    );
    if (code !== 0) throw new Stop("The demo could not be filled.");

    console.log("Starting…");
    const { serve } = await import("./serve.mjs");
    await serve();
  },
});
