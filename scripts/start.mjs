// npm start: installs and builds what changed, then serves, in this very process. Needs nothing but Node.
import { runCommand } from "./lib/command.mjs";
import { build, checkNode, install, root } from "./lib/prepare.mjs";

const usage = `npm start

Installs and builds what has changed, brings the database up to date, and serves until it is stopped.
What it can be told stands in environment variables: PORT, HOST, APP_URL, DATA_DIR, DATABASE_URL and more,
which README.md explains.

  npm start -- --version  which version this is
  npm run demo            an instance of its own, filled with a small provider`;

await runCommand({
  usage,
  async run() {
    process.chdir(root);
    checkNode();
    await install();
    await build();
    console.log("Starting…");
    const { serve } = await import("./serve.mjs");
    await serve();
  },
});
