import "server-only";
import { strictestPassword } from "@/lib/domain/policy/combining";
import { mayRecoverNow } from "@/lib/domain/recovery/asked";
import { RecoveryTarget } from "@/lib/domain/recovery/inputs";
import { personOf } from "@/lib/operations/account/access";
import { readKdf } from "@/lib/operations/account/internal/kdf-columns";
import { assertAllowed } from "@/lib/operations/command";
import { knownAccounts } from "@/lib/operations/key/internal/known-keys";
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
    const { userId } = member;
    const { known, compared } = await knownAccounts(tx, personOf(actor), [userId]);
    /** Whose key it is, and what the asking account remembers of it. */
    const person = {
      userId,
      knownPublicKey: known[userId] ?? null,
      comparedPublicKey: compared[userId] ?? null,
    };
    const { email, publicKey, privateKeyForAccount, userKeyForOrganization } = member;
    const keys = { email, kdf: readKdf(member), publicKey, privateKeyForAccount, userKeyForOrganization };
    return { ...keys, person, asked };
  },
});

export type MemberToRecover = Awaited<ReturnType<typeof getMemberToRecover.read>>;
