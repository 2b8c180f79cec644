import "server-only";
import { and, eq, gt } from "drizzle-orm";
import type { z } from "zod";
import type { Tx } from "@/db/client";
import { events } from "@/db/schema/events";
import { strictestPassword } from "@/lib/domain/policy/combining";
import { mayRecoverNow } from "@/lib/domain/recovery/asked";
import { RecoveryTarget } from "@/lib/domain/recovery/inputs";
import { personOf } from "@/lib/operations/account/access";
import { assertAllowed, defineCommand } from "@/lib/operations/command";
import { knownAccounts } from "@/lib/operations/key/internal/known-keys";
import { organization, ownAccount } from "@/lib/operations/locks";
import { tellHolder } from "@/lib/operations/mail/internal/tell";
import { inOrganization, placeOf } from "@/lib/operations/organization/access";
import { accountsOf } from "@/lib/operations/organization/internal/lock-members";
import { done } from "@/lib/operations/outcome";
import { labelOf } from "@/lib/operations/people/internal/label-of";
import { bindingPolicies } from "@/lib/operations/policy/internal/binding-policies";
import { recentlyProven } from "@/lib/operations/recently-proven";
import { memberToRecover } from "@/lib/operations/recovery/internal/member-to-recover";

type Target = z.output<typeof RecoveryTarget>;

const day = 24 * 60 * 60_000;
const type = "organization_member.recovery_opened";

/**
 * Hands out what a browser needs to set a temporary master password for a member, once it may be done, and what the
 * organization asks of master passwords. Whoever is handed the sealed user key can open it, whether or not the recovery
 * is done then: so it stands in the log each time, and the member is told, once a day.
 */
export const openRecovery = defineCommand({
  name: "recovery.open",
  input: RecoveryTarget,
  access: recentlyProven(inOrganization.recover_accounts),
  locks: async ({ tx, actor, input: { organizationId, memberId } }) => [
    organization(organizationId),
    ...ownAccount(actor),
    ...(await accountsOf(tx, { organizationId, memberIds: [memberId] })),
  ],
  async run({ tx, actor, input, standing, now }) {
    const openedBy = personOf(actor);
    const member = await memberToRecover(tx, placeOf(standing.standing), openedBy, input, now);
    assertAllowed(mayRecoverNow(member.asked, { ...member, now }));
    const { organizationId, memberId } = input;
    const { userId, email, locale, organizationName } = member;
    const binding = await bindingPolicies(tx, userId);
    const asked = strictestPassword(binding.filter((policy) => policy.organizationId === organizationId));
    const { known, compared } = await knownAccounts(tx, openedBy, [userId]);
    /** Whose key it is, and what the asking account remembers of it. */
    const person = {
      userId,
      knownPublicKey: known[userId] ?? null,
      comparedPublicKey: compared[userId] ?? null,
    };
    if (!(await wasTold(tx, input, now))) {
      const [who, at] = [await labelOf(tx, openedBy), now.toISOString()];
      const mail = { kind: "account.recovery_opened", organizationName, who, at } as const;
      await tellHolder(tx, { email, locale }, mail, now);
    }
    return done(
      { ...member.keys, person, asked },
      { type, organizationId, organizationMemberId: memberId, details: { email } },
    );
  },
});

/** What a browser is handed. */
export type OpenedRecovery = Awaited<ReturnType<typeof openRecovery.run>>["result"];

/** Whether it was opened within a day: then the member knows. */
const wasTold = async (tx: Tx, { organizationId, memberId }: Target, now: Date) =>
  (await tx.$count(
    events,
    and(
      eq(events.log, organizationId),
      eq(events.memberId, memberId),
      gt(events.at, new Date(Number(now) - day)),
      eq(events.type, type),
    ),
  )) > 0;
