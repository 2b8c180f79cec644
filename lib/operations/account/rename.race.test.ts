import { eq } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { providerMembers } from "@/db/schema/provider-members";
import { updateProfile } from "@/lib/operations/account/update-profile";
import { execute } from "@/lib/operations/command";
import { acceptProviderInvitation } from "@/lib/operations/provider/accept-invitation";
import { changeProviderMemberRole } from "@/lib/operations/provider/change-member-role";
import { inviteProviderMembers } from "@/lib/operations/provider/invite-members";
import { issueToken } from "@/lib/operations/token/internal/issue-token";
import { untrueCounts } from "@/test/counts";
import { openTestPostgres } from "@/test/database";
import { aPerson } from "@/test/people";
import { aProviderWith } from "@/test/provider";
import { race } from "@/test/racing";

const { db, drop } = await openTestPostgres();
afterAll(drop);

test("whoever changes their name while they accept, or are changed, has one name everywhere", async () => {
  for (let round = 0; round < 20; round += 1) {
    const email = `dee.${round}@provider.example`;
    const { one, other, dee } = await db.transaction(async (tx) => ({
      one: await aProviderWith(tx, { brett: "provider_admin, confirmed", sam: "service_user, accepted" }),
      other: await aProviderWith(tx, { brett: "provider_admin, confirmed" }),
      dee: await aPerson(tx, "Dee", { email }),
    }));
    const { providerId } = other;
    const invited = { providerId, emails: [email], role: "service_user" as const };
    await execute(db, inviteProviderMembers, other.brett.actor, invited);
    const [member] = await db.select().from(providerMembers).where(eq(providerMembers.email, email));
    if (!member) throw new Error("nobody was invited");
    const token = await db.transaction((tx) =>
      issueToken(tx, { purpose: "provider_member", providerMemberId: member.id, email }, new Date()),
    );
    const { sam, brett } = one;
    const promoted = { providerId: one.providerId, memberId: sam.memberId, role: "provider_admin" as const };
    expect(
      await race([
        () => execute(db, updateProfile, dee.actor, { name: `Dee ${round}`, locale: "en" }),
        () => execute(db, acceptProviderInvitation, dee.actor, { token }),
        () => execute(db, updateProfile, sam.actor, { name: `Sam ${round}`, locale: "en" }),
        () => execute(db, changeProviderMemberRole, brett.actor, promoted),
      ]),
    ).toEqual(["done", "done", "done", "done"]);
    expect(await db.transaction(untrueCounts)).toEqual([]);
  }
});
