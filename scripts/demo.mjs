// Starts an instance of its own, filled with the data of a small provider, afresh unless --keep is given.
import { join, resolve } from "node:path";
import { build, checkNode, install, root } from "./lib/prepare.mjs";
import { run, Stop } from "./lib/run.mjs";

const port = process.env.PORT || "3001";
const dataDir = resolve(root, ".data-demo");

try {
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
    [tsx, "--tsconfig", "tsconfig.scripts.json", "scripts/demo.ts", ...process.argv.slice(2)],
    {
      cwd: root,
    },
  );
  if (code !== 0) throw new Stop("The demo could not be filled.");

  console.log("Starting…");
  const { serve } = await import("./serve.mjs");
  await serve();
} catch (error) {
  console.error(error instanceof Stop ? error.message : error);
  process.exit(1);
}
