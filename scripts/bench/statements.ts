import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { filled } from "@/scripts/bench/filled";
import { signedIn } from "@/scripts/bench/signed-in";
import { startPostgres } from "../lib/postgres.mjs";
import { build } from "../lib/prepare.mjs";
import { startServer } from "../lib/server.mjs";

const password = "brass key on a paper ring";

/** Statements a page may send: its session, its standing, what is around it, its list or lists. Begin and commit apart. */
const limits: Record<string, number> = {
  "Portal overview": 5,
  Clients: 4,
  Members: 4,
  "Client members": 4,
};
/** And transactions, whatever the page: its layout and its parts read in one. */
const transactionLimit = 1;

type Counts = { statements: number; transactionFrames: number; transactions: number };
const unknown = { statements: Number.NaN, transactionFrames: Number.NaN, transactions: Number.NaN };

/** The server's own counts for a request, by the id it answered with. */
function countsFor(log: string, id: string): Counts {
  const line = readFileSync(log, "utf8")
    .split("\n")
    .find((text) => text.includes(id));
  return line ? JSON.parse(line) : unknown;
}

/** On PostgreSQL: the embedded database does not show BEGIN and COMMIT. */
export async function run() {
  await build();
  const postgres = await startPostgres();
  if ("missing" in postgres) return { lines: [`not measured: ${postgres.missing}`], ok: false };
  try {
    return await measure(postgres.url);
  } finally {
    await postgres.stop();
  }
}

async function measure(databaseUrl: string) {
  const folder = mkdtempSync(join(tmpdir(), "trousseau-statements-"));
  const dataDir = join(folder, "data");
  const log = join(folder, "log");
  process.env.DATA_DIR = dataDir;
  const { provider, client, ...people } = await filled({ DATABASE_URL: databaseUrl }, password);
  const pages: [who: keyof typeof people, name: string, path: string][] = [
    ["brett", "Portal overview", provider],
    ["brett", "Clients", `${provider}/clients`],
    ["brett", "Members", `${provider}/members`],
    ["brett", "Provider events", `${provider}/events`],
    ["brett", "Subscription", `${provider}/billing/subscription`],
    ["brett", "Settings", `${provider}/settings`],
    ["owner", "Overview", client],
    ["owner", "Collections", `${client}/collections`],
    ["owner", "Client members", `${client}/members`],
    ["owner", "Client events", `${client}/events`],
    ["owner", "Vaults", "/vault"],
    ["owner", "Account", "/account"],
    ["administrator", "Providers", "/admin/providers"],
    ["administrator", "Mail", "/admin/mail"],
  ];
  const env = { DATABASE_URL: databaseUrl, LOG_LEVEL: "info", TROUSSEAU_COUNT_STATEMENTS: "1" };
  const server = await startServer({ dataDir, output: log, env });
  const lines: string[] = [];
  let ok = true;
  try {
    const as = new Map<string, Awaited<ReturnType<typeof signedIn>>>();
    for (const [who, email] of Object.entries(people))
      as.set(who, await signedIn(server.url, email, password));
    const asked: { name: string; id: string; status: number }[] = [];
    for (const [who, name, path] of pages) {
      // The first request of a page loads its code. What is counted is every one after it.
      await (await as.get(who)?.(path))?.text();
      const response = await as.get(who)?.(path);
      await response?.text();
      asked.push({ name, id: response?.headers.get("x-request-id") ?? "", status: response?.status ?? 0 });
    }
    await new Promise((resolve) => setTimeout(resolve, 500));
    for (const { name, id, status } of asked) {
      const { statements, transactionFrames, transactions } = countsFor(log, id);
      const limit = limits[name];
      const isWithin = statements <= (limit ?? Number.POSITIVE_INFINITY) && transactions <= transactionLimit;
      if (status !== 200 || !isWithin) ok = false;
      lines.push(
        `${name}: ${statements} statements${limit ? ` (limit ${limit})` : ""}, ` +
          `${transactions} transactions (limit ${transactionLimit}), ` +
          `${statements + transactionFrames} round trips${status === 200 ? "" : `, status ${status}`}`,
      );
    }
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true });
  }
  return { lines, ok };
}
