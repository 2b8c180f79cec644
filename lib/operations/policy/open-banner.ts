import "server-only";
import { and, eq } from "drizzle-orm";
import { organizationMembers } from "@/db/schema/organization-members";
import { OpenBanner } from "@/lib/domain/policy/inputs";
import { personOf } from "@/lib/operations/account/access";
import { defineCommand } from "@/lib/operations/command";
import { NotFound } from "@/lib/operations/errors";
import { inOrganization } from "@/lib/operations/organization/access";
import { done } from "@/lib/operations/outcome";
import { whoBinds } from "@/lib/operations/policy/internal/binding-policies";

/** Notes that a member has followed the link of the banner in their vault. */
export const openBanner = defineCommand({
  name: "policy.open_banner",
  input: OpenBanner,
  access: inOrganization.be_there,
  quota: ({ actor }) => [{ what: "open_banner", about: personOf(actor), points: 60, seconds: 3600 }],
  async run({ tx, actor, input: { organizationId } }) {
    const userId = personOf(actor);
    const banners = await whoBinds(tx, [userId], "vault_banner");
    const [member] = await tx
      .select({ id: organizationMembers.id, email: organizationMembers.address })
      .from(organizationMembers)
      .where(
        and(eq(organizationMembers.organizationId, organizationId), eq(organizationMembers.userId, userId)),
      );
    if (!member || !banners.some((banner) => banner.organizationId === organizationId)) throw new NotFound();
    const { id: organizationMemberId, email } = member;
    return done(null, {
      type: "organization_member.opened_banner",
      organizationId,
      organizationMemberId,
      userId,
      details: { email },
    });
  },
});
