import "server-only";
import { SetTwoStepRequirement } from "@/lib/domain/provider/inputs";
import { defineCommand } from "@/lib/operations/command";
import { team } from "@/lib/operations/locks";
import { done, doneUnrecorded } from "@/lib/operations/outcome";
import { inProvider } from "@/lib/operations/provider/access";
import { setRule } from "@/lib/operations/provider/internal/set-rule";

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
    const changed = await setRule(tx, providerId, "requiresTwoStep", required, now);
    if (!changed) return doneUnrecorded(null, "it is so already");
    const change = required ? "on" : "off";
    return done(null, { type: "provider.two_step_requirement_changed", providerId, details: { change } });
  },
});
