import { join } from "node:path";
import { signedIn, type Visitor } from "@/scripts/bench/signed-in";
import { startServer } from "../lib/server.mjs";

type At = { databaseUrl: string; folder: string; provider: string; email: string; password: string };

/** A page takes at most this many times as long as a page of the portal that lists nothing. */
const limit = 1.5;
const rounds = 40;
/** The first requests of a page load and compile its code. */
const warmUp = 8;

/** How long the first pages of Clients and of Events take, against the settings in the same frame. */
export async function measurePages({ databaseUrl, folder, provider, email, password }: At) {
  const env = { DATABASE_URL: databaseUrl, LOG_LEVEL: "silent" };
  const server = await startServer({ dataDir: join(folder, "data"), output: join(folder, "log"), env });
  try {
    const member = await signedIn(server.url, email, password);
    const pages: [name: string, path: string][] = [
      ["a page without rows", `${provider}/settings`],
      ["Clients", `${provider}/clients`],
      ["Events", `${provider}/events`],
    ];
    const times = new Map<string, number[]>(pages.map(([name]) => [name, []]));
    // In turns, so that what else the machine does falls on all of them alike.
    for (let round = 0; round < warmUp + rounds; round += 1)
      for (const [name, path] of pages) {
        const took = await timeOf(member, path);
        if (round >= warmUp) times.get(name)?.push(took);
      }
    return judge(new Map([...times].map(([name, all]) => [name, medianOf(all)])));
  } finally {
    await server.stop();
  }
}

/** Milliseconds to the last byte. */
async function timeOf(send: Visitor, path: string): Promise<number> {
  const begun = performance.now();
  const response = await send(path);
  await response.text();
  if (response.status !== 200) throw new Error(`${path} answered ${response.status}`);
  return performance.now() - begun;
}

const medianOf = (times: readonly number[]) =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;

function judge(medians: Map<string, number>) {
  const [[, plain = Number.NaN] = [], ...pages] = [...medians];
  const rows = pages.map(([name, median]) => ({ name, median, ratio: median / plain }));
  return {
    lines: rows.map(
      ({ name, median, ratio }) =>
        `${name}: rendered in ${median.toFixed(1)} ms, a page without rows in ${plain.toFixed(1)} ms, ` +
        `ratio ${ratio.toFixed(2)} (limit ${limit})`,
    ),
    ok: rows.every(({ ratio }) => ratio <= limit),
  };
}
