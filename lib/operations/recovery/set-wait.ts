import "server-only";
import { eq } from "drizzle-orm";
import { organizations } from "@/db/schema/organizations";
import { SetRecoveryWait } from "@/lib/domain/recovery/inputs";
import { defineCommand } from "@/lib/operations/command";
import { organization } from "@/lib/operations/locks";
import { inOrganization } from "@/lib/operations/organization/access";
import { done } from "@/lib/operations/outcome";

/** Says how long a recovery waits. What was asked for before waits for the longer of the two. */
export const setRecoveryWait = defineCommand({
  name: "recovery.set_wait",
  input: SetRecoveryWait,
  access: inOrganization.answer_provider,
  locks: ({ input: { organizationId } }) => [organization(organizationId)],
  async run({ tx, input: { organizationId, hours }, now }) {
    await tx
      .update(organizations)
      .set({ recoveryWaitHours: hours, revisedAt: now })
      .where(eq(organizations.id, organizationId));
    return done(
      { hours },
      { type: "organization.recovery_wait_changed", organizationId, details: { hours } },
    );
  },
});
