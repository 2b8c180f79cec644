// Installs and builds what changed, then serves, in this very process. Needs nothing but Node.
import { build, checkNode, install, root } from "./lib/prepare.mjs";
import { Stop } from "./lib/run.mjs";

try {
  process.chdir(root);
  checkNode();
  await install();
  await build();
  console.log("Starting…");
  const { serve } = await import("./serve.mjs");
  await serve();
} catch (error) {
  console.error(error instanceof Stop ? error.message : error);
  process.exit(1);
}
