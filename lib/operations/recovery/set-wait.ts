import "server-only";
import { eq } from "drizzle-orm";
import { organizations } from "@/db/schema/organizations";
import { mayAnswerProvider } from "@/lib/domain/organization/provider-place";
import { SetRecoveryWait } from "@/lib/domain/recovery/inputs";
import { assertAllowed, defineCommand } from "@/lib/operations/command";
import { NotFound } from "@/lib/operations/errors";
import { organization, ownAccount } from "@/lib/operations/locks";
import { inOrganization, placeOf } from "@/lib/operations/organization/access";
import { done, doneUnrecorded } from "@/lib/operations/outcome";

/** Says how long a recovery waits. What was asked for before waits for the longer of the two. Every owner makes it longer; owners who count make it shorter. */
export const setRecoveryWait = defineCommand({
  name: "recovery.set_wait",
  input: SetRecoveryWait,
  access: inOrganization.answer_provider,
  locks: ({ actor, input: { organizationId } }) => [organization(organizationId), ...ownAccount(actor)],
  async run({ tx, input: { organizationId, hours }, standing, now }) {
    const [before] = await tx
      .select({ hours: organizations.recoveryWaitHours })
      .from(organizations)
      .where(eq(organizations.id, organizationId));
    if (!before) throw new NotFound();
    if (hours === before.hours) return doneUnrecorded({ hours }, "it was so already");
    if (hours < before.hours) assertAllowed(mayAnswerProvider(placeOf(standing)));
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
