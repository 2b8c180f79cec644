import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { asc } from "drizzle-orm";
import { openDatabase } from "@/db/client";
import { migrate } from "@/db/migrate";
import { organizations } from "@/db/schema/organizations";
import { providers } from "@/db/schema/providers";
import { seedQuickstart } from "@/db/seed/quickstart";
import { environment } from "@/lib/env";
import { signedIn } from "@/scripts/bench/signed-in";
import { build } from "../lib/prepare.mjs";
import { startServer } from "../lib/server.mjs";

const password = "brass key on a paper ring";

/** Statements a page may send, session and rights included; begin and commit apart. */
const limits: Record<string, number> = { Clients: 3, Members: 3, "Client members": 3 };

async function fill() {
  const { db, close } = await openDatabase(environment());
  try {
    await migrate(db);
    const logIns = await seedQuickstart(db, password);
    const [provider] = await db.select({ id: providers.id }).from(providers);
    const [client] = await db
      .select({ id: organizations.id })
      .from(organizations)
      .orderBy(asc(organizations.sortName));
    const emailOf = (is: string) => logIns.find((logIn) => logIn.is.startsWith(is))?.email ?? "";
    return {
      provider: `/providers/${provider?.id}`,
      client: `/organizations/${client?.id}`,
      brett: emailOf("Brett"),
      owner: emailOf("owner"),
      administrator: emailOf("instance"),
    };
  } finally {
    await close();
  }
}

/** The server's own count for a request, by the id it answered with. */
function countFor(log: string, id: string): number {
  const line = readFileSync(log, "utf8")
    .split("\n")
    .find((text) => text.includes(id));
  return line ? JSON.parse(line).statements : Number.NaN;
}

export async function run() {
  await build();
  const folder = mkdtempSync(join(tmpdir(), "trousseau-statements-"));
  const dataDir = join(folder, "data");
  const log = join(folder, "log");
  process.env.DATA_DIR = dataDir;
  const { provider, client, ...people } = await fill();
  const pages: [who: keyof typeof people, name: string, path: string][] = [
    ["brett", "Clients", `${provider}/clients`],
    ["brett", "Members", `${provider}/members`],
    ["brett", "Provider events", `${provider}/events`],
    ["brett", "Subscription", `${provider}/billing/subscription`],
    ["brett", "Settings", `${provider}/settings`],
    ["owner", "Collections", `${client}/collections`],
    ["owner", "Client members", `${client}/members`],
    ["owner", "Client events", `${client}/events`],
    ["owner", "Vaults", "/vault"],
    ["owner", "Account", "/account"],
    ["administrator", "Providers", "/admin/providers"],
    ["administrator", "Mail", "/admin/mail"],
  ];
  const env = { LOG_LEVEL: "info", TROUSSEAU_COUNT_STATEMENTS: "1" };
  const server = await startServer({ dataDir, output: log, env });
  const lines: string[] = [];
  let ok = true;
  try {
    const as = new Map<string, Awaited<ReturnType<typeof signedIn>>>();
    for (const [who, email] of Object.entries(people))
      as.set(who, await signedIn(server.url, email, password));
    const asked: { name: string; id: string; status: number }[] = [];
    for (const [who, name, path] of pages) {
      const response = await as.get(who)?.(path);
      await response?.text();
      asked.push({ name, id: response?.headers.get("x-request-id") ?? "", status: response?.status ?? 0 });
    }
    await new Promise((resolve) => setTimeout(resolve, 500));
    for (const { name, id, status } of asked) {
      const count = countFor(log, id);
      const limit = limits[name];
      if (status !== 200 || Number.isNaN(count) || (limit !== undefined && count > limit)) ok = false;
      lines.push(
        `${name}: ${count} statements${limit ? ` (limit ${limit})` : ""}${status === 200 ? "" : `, status ${status}`}`,
      );
    }
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true });
  }
  return { lines, ok };
}
