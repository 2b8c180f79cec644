import { randomBytes } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import type { Tx } from "@/db/client";
import { organizationMembers } from "@/db/schema/organization-members";
import { rateLimits } from "@/db/schema/rate-limits";
import type { AuthenticationHash } from "@/lib/crypto/types";
import type { OrganizationId } from "@/lib/domain/ids";
import { deleteAccount } from "@/lib/operations/account/delete-account";
import { hashAuthentication } from "@/lib/operations/account/internal/password-hash";
import { execute } from "@/lib/operations/command";
import { removeOrganizationMembers } from "@/lib/operations/organization/remove-members";
import { openTestPostgres } from "@/test/database";
import { aMemberOf, anOrganizationWith } from "@/test/organization";
import { aPerson } from "@/test/people";
import { lockingNo, race, report, roundsOf, violationsIn } from "@/test/racing";

const { db, drop } = await openTestPostgres();
afterAll(drop);

const authenticationHash = randomBytes(32).toString("base64") as AuthenticationHash;
const passwordHash = await hashAuthentication(authenticationHash);

async function anOwner(tx: Tx, organizationId: OrganizationId, name: string) {
  const email = `${randomBytes(6).toString("hex")}@client.example`;
  const person = await aPerson(tx, name, { email, passwordHash });
  return { ...person, memberId: await aMemberOf(tx, organizationId, person, { role: "owner" }) };
}

const twoOwners = () =>
  db.transaction(async (tx) => {
    const { organizationId } = await anOrganizationWith(tx);
    const brett = await anOwner(tx, organizationId, "Brett Warden");
    const betty = await anOwner(tx, organizationId, "Betty Warden");
    return { organizationId, brett, betty };
  });

type Owners = Awaited<ReturnType<typeof twoOwners>>;
type Act = (owners: Owners) => Promise<unknown>;

/** Of two acts on the last two owners exactly one may go through, and one owner is left. */
async function play(one: Act, other: Act): Promise<string | null> {
  const owners = await twoOwners();
  const outcomes = await race([() => one(owners), () => other(owners)]);
  await db.delete(rateLimits);
  const left = await db.$count(
    organizationMembers,
    and(eq(organizationMembers.organizationId, owners.organizationId), eq(organizationMembers.role, "owner")),
  );
  const broken = outcomes.filter((outcome) => outcome.startsWith("broken"));
  return left === 1 && outcomes.includes("done") && broken.length === 0
    ? null
    : `${left} owners left: ${outcomes.join(", ")}`;
}

const deleting =
  (who: "brett" | "betty", command = deleteAccount): Act =>
  (owners) =>
    execute(db, command, owners[who].actor, { authenticationHash });

const removing =
  (who: "brett" | "betty", by: "brett" | "betty"): Act =>
  ({ organizationId, ...owners }) =>
    execute(db, removeOrganizationMembers, owners[by].actor, {
      organizationId,
      memberIds: [owners[who].memberId],
    });

test("two owners who delete their accounts at once leave one of them", async () => {
  const violations = await violationsIn(roundsOf(60), () => play(deleting("brett"), deleting("betty")));
  expect(violations).toEqual([]);

  const unlocked = lockingNo("instance", lockingNo("organization", deleteAccount));
  const without = await violationsIn(40, () =>
    play(deleting("brett", unlocked), deleting("betty", unlocked)),
  );
  expect(without.length).toBeGreaterThan(0);
  report(roundsOf(60), violations.length, without.length);
});

test("an owner who is removed while the other deletes their account: one of both happens", async () => {
  // Betty is removed by Brett, who is about to go.
  const violations = await violationsIn(roundsOf(60), () =>
    play(deleting("brett"), removing("betty", "brett")),
  );
  expect(violations).toEqual([]);
});
