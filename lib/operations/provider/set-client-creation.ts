import "server-only";
import { SetClientCreation } from "@/lib/domain/provider/inputs";
import { defineCommand } from "@/lib/operations/command";
import { team } from "@/lib/operations/locks";
import { done, doneUnrecorded } from "@/lib/operations/outcome";
import { inProvider } from "@/lib/operations/provider/access";
import { setRule } from "@/lib/operations/provider/internal/set-rule";

/** Whether the provider's service users make and link clients, within the seats of the minimum. */
export const setClientCreation = defineCommand({
  name: "provider.set_client_creation",
  input: SetClientCreation,
  access: inProvider.change_settings,
  // Acts of those who lose their rights by this are done before it, or refused.
  locks: ({ input: { providerId } }) => [{ ...team(providerId), takes: "authority" }],
  async run({ tx, input: { providerId, allowed }, now }) {
    const changed = await setRule(tx, providerId, "serviceUsersCreateClients", allowed, now);
    if (!changed) return doneUnrecorded(null, "it is so already");
    return done(null, {
      type: "provider.client_creation_changed",
      providerId,
      details: { change: allowed ? "on" : "off" },
    });
  },
});
