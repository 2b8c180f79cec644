// Starts an instance of its own, filled with the data of a provider, afresh unless --keep is given.
import { resolve } from "node:path";
import { runCommand } from "./lib/command.mjs";
import { fillDemo } from "./lib/fill-demo.mjs";
import { build, checkNode, install, root } from "./lib/prepare.mjs";
import { Stop } from "./lib/run.mjs";

const port = process.env.PORT || "3001";

/** Each has a folder of its own, so that --keep goes on with the same one. */
const folders = { quickstart: ".data-demo", northbeam: ".data-demo-northbeam" };
const names = Object.keys(folders);

const usage = `npm run demo [-- quickstart | northbeam] [--keep]

Starts an instance of its own on port 3001 (or PORT) with the data of a provider, and prints whom to log in as. It begins
afresh each time.

  quickstart  four people and three clients, in .data-demo; the one without a name
  northbeam   eight people, ten clients with two hundred members, and events of two years, in
              .data-demo-northbeam; it takes some minutes to fill
  --keep      goes on with what the last demo of that name left`;

/** @param {string[]} args */
function nameIn(args) {
  const [name = "quickstart", ...others] = args.filter((arg) => arg !== "--keep");
  if (others.length > 0 || !names.includes(name))
    throw new Stop(
      `There is no demo ${[name, ...others].join(" ")}. There are: ${names.join(", ")}.\n\n${usage}`,
    );
  return /** @type {keyof typeof folders} */ (name);
}

await runCommand({
  usage,
  takesArguments: true,
  async run(args) {
    const name = nameIn(args);
    process.chdir(root);
    checkNode();
    await install();
    await build();

    // Its own database and files, whatever the settings of the instance beside it. Blank counts as none.
    Object.assign(process.env, {
      PORT: port,
      APP_URL: process.env.APP_URL || `http://127.0.0.1:${port}`,
      DATA_DIR: resolve(root, folders[name]),
      DATABASE_URL: "",
      DATABASE_DRIVER: "",
      RESEND_API_KEY: "",
    });
    console.log("Filling the demo…");
    const { code } = await fillDemo(args);
    if (code !== 0) throw new Stop("The demo could not be filled.");

    console.log("Starting…");
    const { serve } = await import("./serve.mjs");
    await serve();
  },
});
