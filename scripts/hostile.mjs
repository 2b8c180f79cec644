// npm run hostile [-- name]: a server that lies, and what the web client makes of it.
import { runHostile } from "./lib/hostile.mjs";
import { Stop } from "./lib/run.mjs";

try {
  const found = await runHostile(process.argv.slice(2));
  if ("missing" in found) console.log(`hostile: not run, ${found.missing}`);
  else console.log(found.summary);
  process.exitCode = "missing" in found || found.failed > 0 ? 1 : 0;
} catch (error) {
  console.error(error instanceof Stop ? error.message : error);
  process.exitCode = 1;
}
