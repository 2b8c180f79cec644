import { and, eq } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { providerMembers } from "@/db/schema/provider-members";
import { execute } from "@/lib/operations/command";
import { changeProviderMemberRole } from "@/lib/operations/provider/change-member-role";
import { removeProviderMembers } from "@/lib/operations/provider/remove-members";
import { openTestPostgres } from "@/test/database";
import { aProviderWith } from "@/test/provider";
import { race, report, roundsOf, violationsIn, withoutLocks } from "@/test/racing";

const { db, drop } = await openTestPostgres();
afterAll(drop);

const twoAdmins = () =>
  db.transaction((tx) =>
    aProviderWith(tx, { brett: "provider_admin, confirmed", betty: "provider_admin, confirmed" }),
  );

type Team = Awaited<ReturnType<typeof twoAdmins>>;

/** Exactly one of two acts on the last two admins may go through, and one admin is left. */
async function play(act: (team: Team, who: "brett" | "betty") => Promise<unknown>): Promise<string | null> {
  const team = await twoAdmins();
  const outcomes = await race([() => act(team, "brett"), () => act(team, "betty")]);
  const left = await db.$count(
    providerMembers,
    and(
      eq(providerMembers.providerId, team.providerId),
      eq(providerMembers.role, "provider_admin"),
      eq(providerMembers.status, "confirmed"),
    ),
  );
  const refused = ["last_provider_admin", "not_found"];
  const fair = outcomes.includes("done") && outcomes.some((outcome) => refused.includes(outcome));
  return left === 1 && fair ? null : `${left} admins left: ${outcomes.join(", ")}`;
}

const removeOther = (team: Team, who: "brett" | "betty") =>
  execute(db, removeProviderMembers, team[who].actor, {
    providerId: team.providerId,
    memberIds: [team[who === "brett" ? "betty" : "brett"].memberId],
  });

const demoteOther = (team: Team, who: "brett" | "betty") =>
  execute(db, changeProviderMemberRole, team[who].actor, {
    providerId: team.providerId,
    memberId: team[who === "brett" ? "betty" : "brett"].memberId,
    role: "service_user",
  });

test("two admins who remove each other at once leave one of them", async () => {
  const violations = await violationsIn(roundsOf(200), () => play(removeOther));
  expect(violations).toEqual([]);

  const unlocked = await withoutLocks(() => violationsIn(50, () => play(removeOther)));
  expect(unlocked.length).toBeGreaterThan(0);
  report(roundsOf(200), violations.length, unlocked.length);
});

test("two admins who demote each other at once leave one of them", async () => {
  expect(await violationsIn(roundsOf(50), () => play(demoteOther))).toEqual([]);
});
