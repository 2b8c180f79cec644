import "server-only";
import { SetSessionLength } from "@/lib/domain/provider/inputs";
import { defineCommand } from "@/lib/operations/command";
import { team } from "@/lib/operations/locks";
import { done, doneUnrecorded } from "@/lib/operations/outcome";
import { inProvider } from "@/lib/operations/provider/access";
import { setRule } from "@/lib/operations/provider/internal/set-rule";

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
    const changed = await setRule(tx, providerId, "sessionHours", hours, now);
    if (!changed) return doneUnrecorded(null, "it is so already");
    return done(null, {
      type: "provider.session_length_changed",
      providerId,
      details: { before: changed.before, hours },
    });
  },
});
