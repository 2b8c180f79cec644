import "server-only";
import { eq } from "drizzle-orm";
import { providers } from "@/db/schema/providers";
import { SetTwoStepRequirement } from "@/lib/domain/provider/inputs";
import { defineCommand } from "@/lib/operations/command";
import { NotFound } from "@/lib/operations/errors";
import { team } from "@/lib/operations/locks";
import { done, doneUnrecorded } from "@/lib/operations/outcome";
import { inProvider } from "@/lib/operations/provider/access";
import { advanceProvider } from "@/lib/operations/revision/internal/advance";

/**
 * Whether the provider's people need a second step. Whoever has none is kept out from the next request on: their
 * standing says so, and nothing of it is written into their rows.
 */
export const setTwoStepRequirement = defineCommand({
  name: "provider.set_two_step_requirement",
  input: SetTwoStepRequirement,
  access: inProvider.change_settings,
  // Acts of those who lose their rights by this are done before it, or refused.
  locks: ({ input: { providerId } }) => [{ ...team(providerId), takes: "authority" }],
  async run({ tx, input: { providerId, required }, now }) {
    const [before] = await tx
      .select({ required: providers.requiresTwoStep })
      .from(providers)
      .where(eq(providers.id, providerId));
    if (!before) throw new NotFound();
    if (before.required === required) return doneUnrecorded(null, "it is so already");
    await tx
      .update(providers)
      .set({ requiresTwoStep: required, revisedAt: now })
      .where(eq(providers.id, providerId));
    await advanceProvider(tx, providerId);
    const change = required ? "on" : "off";
    return done(null, { type: "provider.two_step_requirement_changed", providerId, details: { change } });
  },
});
