// npm run canary: one text in every secret field, and where it is found afterwards.
import { runCanary } from "./lib/canary.mjs";
import { runCommand } from "./lib/command.mjs";

const usage = `npm run canary

Has somebody put a text of its own into every secret field, in Chromium, and looks for it in all requests, in what the
server printed, in the database and in what the browser keeps: as it is, in UTF-16, in base64 and in other forms. A
second text is put into each of these places on purpose, and has to be found there.`;

await runCommand({
  usage,
  async run() {
    const outcome = await runCanary();
    if ("missing" in outcome) {
      console.log(`canary: not run, ${outcome.missing}`);
      process.exitCode = 1;
      return;
    }
    const { walked, bytes, missed, found } = outcome;
    for (const { place, file, secret, form } of found)
      console.log(`canary: ${place}: ${file} has "${secret}" (${form})`);
    for (const place of missed) console.log(`canary: what was put on purpose is not found in ${place}`);
    if (!walked) console.log("canary: the way through the pages did not lead to its end");
    const megabytes = Math.round(bytes / 1_000_000);
    console.log(
      `canary: ${found.length} occurrences in ${megabytes} MB of requests, logs, database and browser storage`,
    );
    process.exitCode = walked && found.length + missed.length === 0 ? 0 : 1;
  },
});
