// npm run races: the tests of races, on a PostgreSQL started for them.
import { runCommand } from "./lib/command.mjs";
import { runRaces } from "./lib/races.mjs";

const usage = `npm run races

Runs the tests of races on a real PostgreSQL, which it finds or installs, and the same without locks.
npm test plays a sixteenth of the rounds.
TEST_POSTGRES_URL names one that runs already.`;

await runCommand({
  usage,
  async run() {
    const races = await runRaces({ part: 1 });
    if ("missing" in races) console.log(`races: not run, ${races.missing}`);
    else console.log(races.summary);
    process.exit("missing" in races || races.failed > 0 ? 1 : 0);
  },
});
