import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { organizationMembers } from "@/db/schema/organization-members";
import { providerMembers } from "@/db/schema/provider-members";
import { users } from "@/db/schema/users";
import type { ProviderId, UserId } from "@/lib/domain/ids";
import { sortKey } from "@/lib/domain/names";
import { listOrganizationMembers } from "@/lib/operations/organization/list-members";
import { listProviderMembers } from "@/lib/operations/provider/list-members";
import { ask } from "@/lib/operations/query";
import { openMeasured } from "@/test/buffers";
import { aMemberOf, anOrganizationWith, keyOf } from "@/test/organization";
import { aPerson, publicKey, sealedKey, sealedText } from "@/test/people";
import { aProviderWith } from "@/test/provider";

/** A page of fifty touches at most this many times more of the database at ten thousand members. */
const limit = 1.2;
const sizes = [50, 10_000] as const;
/** Each order of the list, and a filter that nobody fits. */
const views = {
  "by name": {},
  "by name, descending": { direction: "descending" },
  "by role": { sort: "role" },
  "by role, descending": { sort: "role", direction: "descending" },
  "invited, by name": { status: "invited" },
  "accepted, by role": { status: "accepted", sort: "role" },
} as const;

const places = ["team", "organization"] as const;

/** Names do not come in their order: neighbours in the list are strangers on disk. */
const nameOf = (kind: string, i: number) =>
  `Member ${createHash("sha256").update(`${kind} ${i}`).digest("hex").slice(0, 12)}`;

async function addAccounts(db: Database, kind: string, count: number): Promise<UserId[]> {
  const sealed = {
    userKeyForAccount: sealedText(5),
    publicKey: publicKey(),
    privateKeyForAccount: sealedText(77),
  };
  const rows = Array.from({ length: count }, (_, i) => ({
    email: `${kind}.${i}@provider.example`,
    name: nameOf(kind, i),
    sortName: sortKey(nameOf(kind, i)),
    passwordHash: "-",
    kdfType: "argon2id" as const,
    kdfIterations: 6,
    kdfMemory: 32,
    kdfParallelism: 4,
    ...sealed,
  }));
  const ids: UserId[] = [];
  for (let start = 0; start < count; start += 500)
    for (const { id } of await db
      .insert(users)
      .values(rows.slice(start, start + 500))
      .returning({ id: users.id }))
      ids.push(id);
  return ids;
}

async function aClientWith(db: Database, providerId: ProviderId, people: readonly UserId[]) {
  const { organizationId, owner } = await db.transaction(async (tx) => {
    const made = await anOrganizationWith(tx, { provider: { providerId }, seats: 100_000 });
    const person = await aPerson(tx, `Owner ${made.organizationId}`, {
      email: `${made.organizationId}@client.example`,
    });
    await aMemberOf(tx, made.organizationId, person, { role: "owner" });
    return { ...made, owner: person };
  });
  const organizationKeyForMember = sealedKey();
  for (let start = 0; start < people.length; start += 500)
    await db.insert(organizationMembers).values(
      people.slice(start, start + 500).map((userId, i) => ({
        organizationId,
        userId,
        role: i % 10 === 0 ? ("admin" as const) : ("user" as const),
        status: "confirmed" as const,
        organizationKeyForMember,
        organizationKeyId: keyOf(organizationId),
      })),
    );
  await db.execute(sql`update organizations set used_seats = members where id = ${organizationId}`);
  return { organizationId, owner };
}

async function aTeamOf(db: Database, staff: readonly UserId[]) {
  const { providerId, brett } = await db.transaction((tx) =>
    aProviderWith(tx, { brett: "provider_admin, confirmed" }),
  );
  const providerKeyForMember = sealedKey();
  for (let start = 0; start < staff.length; start += 500)
    await db.insert(providerMembers).values(
      staff.slice(start, start + 500).map((userId, i) => ({
        providerId,
        userId,
        role: i % 10 === 0 ? ("provider_admin" as const) : ("service_user" as const),
        status: "confirmed" as const,
        providerKeyForMember,
      })),
    );
  return { providerId, brett };
}

type Figures = Map<string, { buffers: number; statements: number }>;

/** Both sizes stand in one database, as tenants do: what is compared is the size of the tenant, not of the instance. */
export async function run() {
  const { db, settle, buffersOf, statementsOf, close } = await openMeasured();
  const tenants = [];
  for (const count of sizes) {
    const staff = await addAccounts(db, `staff.of.${count}`, count - 1);
    const people = await addAccounts(db, `people.of.${count}`, count - 1);
    const { providerId, brett } = await aTeamOf(db, staff);
    // Each tenth member of the client is of its provider's team too.
    const members = people.map((userId, i) => (i % 10 === 0 ? (staff[i] ?? userId) : userId));
    tenants.push({ count, providerId, brett, ...(await aClientWith(db, providerId, members)) });
  }
  await settle();
  const measured: Figures[] = [];
  for (const { providerId, brett, organizationId, owner } of tenants) {
    const figures: Figures = new Map();
    for (const [name, view] of Object.entries(views)) {
      const reads = {
        team: () => ask(db, listProviderMembers, brett.actor, { providerId, ...view }),
        organization: () => ask(db, listOrganizationMembers, owner.actor, { organizationId, ...view }),
      };
      for (const place of places)
        figures.set(`${place}, ${name}`, {
          buffers: await buffersOf(reads[place]),
          statements: (await statementsOf(reads[place])).length,
        });
    }
    measured.push(figures);
  }
  await close();
  return judge(measured);
}

function judge([few = new Map(), many = new Map()]: Figures[]) {
  const none = { buffers: Number.NaN, statements: Number.NaN };
  const rows = [...few.keys()].map((name) => {
    const at = { few: few.get(name) ?? none, many: many.get(name) ?? none };
    return { name, ...at, ratio: at.many.buffers / at.few.buffers };
  });
  return {
    lines: rows.map(
      ({ name, few, many, ratio }) =>
        `${name}: ${few.buffers} buffers and ${few.statements} statements at ${sizes[0]} members, ` +
        `${many.buffers} and ${many.statements} at ${sizes[1]}, ratio ${ratio.toFixed(2)} (limit ${limit})`,
    ),
    ok: rows.every(({ few, many, ratio }) => ratio <= limit && many.statements <= few.statements),
  };
}
