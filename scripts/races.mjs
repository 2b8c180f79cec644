// npm run races: the tests of races, on a PostgreSQL started for them.
import { runRaces } from "./lib/races.mjs";

const races = await runRaces();
if ("missing" in races) console.log(`races: not run, ${races.missing}`);
else console.log(races.summary);
process.exit("missing" in races || races.failed > 0 ? 1 : 0);
