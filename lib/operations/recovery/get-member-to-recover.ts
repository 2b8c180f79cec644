import "server-only";
import { strictestPassword } from "@/lib/domain/policy/combining";
import { mayRecoverNow } from "@/lib/domain/recovery/asked";
import { RecoveryTarget } from "@/lib/domain/recovery/inputs";
import { personOf } from "@/lib/operations/account/access";
import { assertAllowed } from "@/lib/operations/command";
import { inOrganization, placeOf } from "@/lib/operations/organization/access";
import { bindingPolicies } from "@/lib/operations/policy/internal/binding-policies";
import { defineQuery } from "@/lib/operations/query";
import { recentlyProven } from "@/lib/operations/recently-proven";
import { memberToRecover } from "@/lib/operations/recovery/internal/member-to-recover";

/**
 * What a browser needs to set a temporary master password for a member, once it may be done, and what the organization
 * asks of master passwords.
 */
export const getMemberToRecover = defineQuery({
  name: "recovery.get_member",
  input: RecoveryTarget,
  access: recentlyProven(inOrganization.recover_accounts),
  async read({ tx, actor, input, standing, now }) {
    const member = await memberToRecover(tx, placeOf(standing.standing), personOf(actor), input, now);
    assertAllowed(mayRecoverNow(member.asked, { ...member, now }));
    const binding = await bindingPolicies(tx, member.userId);
    const asked = strictestPassword(
      binding.filter((policy) => policy.organizationId === input.organizationId),
    );
    return { ...member.keys, asked };
  },
});

export type MemberToRecover = Awaited<ReturnType<typeof getMemberToRecover.read>>;
