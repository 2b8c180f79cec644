import "server-only";
import { SetMailLanguage } from "@/lib/domain/provider/inputs";
import { defineCommand } from "@/lib/operations/command";
import { team } from "@/lib/operations/locks";
import { done, doneUnrecorded } from "@/lib/operations/outcome";
import { inProvider } from "@/lib/operations/provider/access";
import { setRule } from "@/lib/operations/provider/internal/set-rule";

/** The language of the provider's letters to whom has chosen none, and of accounts made by its invitations. */
export const setMailLanguage = defineCommand({
  name: "provider.set_mail_language",
  input: SetMailLanguage,
  access: inProvider.change_settings,
  locks: ({ input: { providerId } }) => [team(providerId)],
  async run({ tx, input: { providerId, language }, now }) {
    const changed = await setRule(tx, providerId, "language", language, now);
    if (!changed) return doneUnrecorded(null, "it is so already");
    return done(null, {
      type: "provider.language_changed",
      providerId,
      details: { language: language ?? "every" },
    });
  },
});
