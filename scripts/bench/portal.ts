import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Database } from "@/db/client";
import { providerMembers } from "@/db/schema/provider-members";
import { ProviderId } from "@/lib/domain/ids";
import { filled } from "@/scripts/bench/filled";
import { measurePages } from "@/scripts/bench/portal-pages";
import { type Figures, measurePortal } from "@/scripts/bench/portal-reads";
import { fillPortal, type PortalSize } from "@/scripts/bench/portal-rows";
import { openMeasured } from "@/test/buffers";
import { aPerson, sealedKey } from "@/test/people";
import { aProviderWith } from "@/test/provider";
import { startPostgres } from "../lib/postgres.mjs";
import { build } from "../lib/prepare.mjs";

const password = "brass key on a paper ring";
/** Multiples of a page, so that every last page of the small one is full. */
const small: PortalSize = { clients: 300, membersOfEach: 22, events: 60_000 };
const large: PortalSize = { clients: 5_000, membersOfEach: 22, events: 1_000_000 };
/** A page touches at most this many times more of the database at the large provider. */
const limit = 1.2;
/** Besides the one that reads the standing. */
const statementLimit = 3;

/** Both providers stand in one PostgreSQL, as tenants do. The pages are those of the large one. */
export async function run() {
  await build();
  const postgres = await startPostgres();
  if ("missing" in postgres) return { lines: [`not measured: ${postgres.missing}`], ok: false };
  const folder = mkdtempSync(join(tmpdir(), "trousseau-portal-"));
  process.env.DATA_DIR = join(folder, "data");
  try {
    const { provider, brett } = await filled({ DATABASE_URL: postgres.url }, password);
    const [few, many] = await measureLists(postgres.url, ProviderId.parse(provider.split("/").pop()));
    const lists = judge(few, many);
    const at = { databaseUrl: postgres.url, folder, provider, email: brett, password };
    const pages = await measurePages(at);
    return { lines: [...lists.lines, ...pages.lines], ok: lists.ok && pages.ok };
  } finally {
    await postgres.stop();
    rmSync(folder, { recursive: true });
  }
}

async function measureLists(url: string, ofPages: ProviderId): Promise<[Figures, Figures]> {
  const measured = await openMeasured(url);
  const { db } = measured;
  const { providerId, brett } = await db.transaction((tx) =>
    aProviderWith(tx, { brett: "provider_admin, confirmed" }),
  );
  const portals = [
    { providerId, actor: brett.actor, actorId: brett.userId, size: small },
    { providerId: ofPages, ...(await joining(db, ofPages)), size: large },
  ];
  const tags = [];
  for (const { size, ...portal } of portals) tags.push(await fillPortal(db, portal, size));
  await measured.settle();
  const figures: Figures[] = [];
  for (const [at, { size, ...portal }] of portals.entries())
    figures.push(
      await measurePortal(measured, { ...portal, tag: tags[at]?.[0] ?? null, events: size.events }),
    );
  await measured.close();
  const [few = new Map(), many = new Map()] = figures;
  return [few, many];
}

/** Somebody more in the team, of whom only rows are needed. */
async function joining(db: Database, providerId: ProviderId) {
  return db.transaction(async (tx) => {
    const { userId, actor } = await aPerson(tx, "Betty");
    await tx.insert(providerMembers).values({
      providerId,
      userId,
      role: "provider_admin",
      status: "confirmed",
      providerKeyForMember: sealedKey(),
      acceptedAt: new Date(),
      confirmedAt: new Date(),
    });
    return { actorId: userId, actor };
  });
}

function judge(few: Figures, many: Figures) {
  const rows = [...many].map(([name, large]) => ({
    name,
    large,
    ratio: large.buffers / (few.get(name)?.buffers ?? Number.NaN),
  }));
  return {
    lines: rows.map(
      ({ name, large, ratio }) =>
        `${name}: ${large.buffers} buffers, ${ratio.toFixed(2)} times those of the small provider (limit ${limit}), ` +
        `${large.statements} statements (limit ${statementLimit + 1})`,
    ),
    ok: rows.every(({ ratio, large }) => ratio <= limit && large.statements <= statementLimit + 1),
  };
}
