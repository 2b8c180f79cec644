// npm run journeys [-- name]: all of them, or those whose file is named so.
import { runCommand } from "./lib/command.mjs";
import { runJourneys } from "./lib/journeys.mjs";

const usage = `npm run journeys [-- <name> …]

Runs the journeys of e2e/ in Chromium, on a fresh instance of the built application. Names choose some of the files;
what begins with a dash goes to Playwright. Those tagged @long run here and not in npm test.`;

await runCommand({
  usage,
  takesArguments: true,
  async run(args) {
    const journeys = await runJourneys(args);
    if ("missing" in journeys) console.log(`journeys: not run, ${journeys.missing}`);
    else console.log(`journeys: ${journeys.passed} passed, ${journeys.failed} failed`);
    process.exit("missing" in journeys || journeys.failed > 0 ? 1 : 0);
  },
});
