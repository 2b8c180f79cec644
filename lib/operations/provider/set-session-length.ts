import "server-only";
import { eq } from "drizzle-orm";
import { providers } from "@/db/schema/providers";
import { SetSessionLength } from "@/lib/domain/provider/inputs";
import { defineCommand } from "@/lib/operations/command";
import { NotFound } from "@/lib/operations/errors";
import { team } from "@/lib/operations/locks";
import { done, doneUnrecorded } from "@/lib/operations/outcome";
import { inProvider } from "@/lib/operations/provider/access";
import { advanceProvider } from "@/lib/operations/revision/internal/advance";

/**
 * How many hours a log-in of the provider's people lasts. Whoever has been logged in for longer is asked to log in again
 * at their next request.
 */
export const setSessionLength = defineCommand({
  name: "provider.set_session_length",
  input: SetSessionLength,
  access: inProvider.change_settings,
  // Acts in sessions that end by this are done before it, or refused.
  locks: ({ input: { providerId } }) => [{ ...team(providerId), takes: "authority" }],
  async run({ tx, input: { providerId, hours }, now }) {
    const [before] = await tx
      .select({ hours: providers.sessionHours })
      .from(providers)
      .where(eq(providers.id, providerId));
    if (!before) throw new NotFound();
    if (before.hours === hours) return doneUnrecorded(null, "it is so already");
    await tx
      .update(providers)
      .set({ sessionHours: hours, revisedAt: now })
      .where(eq(providers.id, providerId));
    await advanceProvider(tx, providerId);
    return done(null, {
      type: "provider.session_length_changed",
      providerId,
      details: { before: before.hours, hours },
    });
  },
});
