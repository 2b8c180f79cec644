// npm run journeys [-- name]: all of them, or those whose file is named so.
import { runJourneys } from "./lib/journeys.mjs";

const journeys = await runJourneys(process.argv.slice(2));
if ("missing" in journeys) console.log(`journeys: not run, ${journeys.missing}`);
else console.log(`journeys: ${journeys.passed} passed, ${journeys.failed} failed`);
process.exit("missing" in journeys || journeys.failed > 0 ? 1 : 0);
