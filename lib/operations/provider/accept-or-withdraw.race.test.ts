import { eq } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { providerMembers } from "@/db/schema/provider-members";
import { execute } from "@/lib/operations/command";
import { NotFound, Refused } from "@/lib/operations/errors";
import { acceptProviderInvitation } from "@/lib/operations/provider/accept-invitation";
import { inviteProviderMembers } from "@/lib/operations/provider/invite-members";
import { removeProviderMembers } from "@/lib/operations/provider/remove-members";
import { resendProviderInvitations } from "@/lib/operations/provider/resend-invitations";
import { issueToken } from "@/lib/operations/token/internal/issue-token";
import { openTestPostgres } from "@/test/database";
import { aPerson } from "@/test/people";
import { aProviderWith } from "@/test/provider";

const { db, drop } = await openTestPostgres();
afterAll(drop);

const isExpected = (answer: PromiseSettledResult<unknown>) =>
  answer.status === "fulfilled" || answer.reason instanceof Refused || answer.reason instanceof NotFound;

/** Accepting goes from the link to the member, withdrawing from the member to the link. */
test("accepting, sending again and withdrawing at once never wait for each other in a circle", async () => {
  for (let round = 0; round < 40; round += 1) {
    const email = `dee.${round}@provider.example`;
    const { providerId, brett, dee } = await db.transaction(async (tx) => ({
      ...(await aProviderWith(tx, { brett: "provider_admin, confirmed" })),
      dee: await aPerson(tx, "Dee", { email }),
    }));
    const admin = brett.actor;
    await execute(db, inviteProviderMembers, admin, { providerId, emails: [email], role: "service_user" });
    const [member] = await db.select().from(providerMembers).where(eq(providerMembers.email, email));
    if (!member) throw new Error("nobody was invited");
    const { id: memberId } = member;
    const token = await db.transaction((tx) =>
      issueToken(tx, { purpose: "provider_member", providerMemberId: memberId, email }, new Date()),
    );

    const answers = await Promise.allSettled([
      execute(db, acceptProviderInvitation, dee.actor, { token }),
      execute(db, resendProviderInvitations, admin, { providerId, memberIds: [memberId] }),
      execute(db, removeProviderMembers, admin, { providerId, memberIds: [memberId] }),
    ]);
    expect(answers.filter((answer) => !isExpected(answer))).toEqual([]);
    expect(answers[2]?.status).toBe("fulfilled");
    expect(await db.$count(providerMembers, eq(providerMembers.id, memberId))).toBe(0);
  }
});
