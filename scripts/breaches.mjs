// npm run breaches [-- --port <n>]: stands in for the service of exposed passwords.
import { startBreaches } from "./lib/breaches.mjs";
import { runCommand } from "./lib/command.mjs";
import { Stop } from "./lib/run.mjs";

const usage = `npm run breaches [-- --port 8600]

Answers on this machine like the service that knows exposed passwords, from a list of some 49,000 common ones, until
it is stopped. HIBP_BASE_URL=http://127.0.0.1:8600 lets an instance ask it.`;

await runCommand({
  usage,
  takesArguments: true,
  async run([option, value = "8600"]) {
    const port = Number(value);
    if ((option !== undefined && option !== "--port") || !Number.isInteger(port) || port < 0 || port > 65_535)
      throw new Stop(usage);
    const { url } = await startBreaches(port);
    console.log(`Exposed passwords are at ${url}/range/…`);
  },
});
