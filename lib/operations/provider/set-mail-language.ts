import "server-only";
import { eq } from "drizzle-orm";
import { providers } from "@/db/schema/providers";
import { SetMailLanguage } from "@/lib/domain/provider/inputs";
import { defineCommand } from "@/lib/operations/command";
import { NotFound } from "@/lib/operations/errors";
import { team } from "@/lib/operations/locks";
import { done, doneUnrecorded } from "@/lib/operations/outcome";
import { inProvider } from "@/lib/operations/provider/access";
import { advanceProvider } from "@/lib/operations/revision/internal/advance";

/** The language of the provider's letters to whom has chosen none, and of accounts made by its invitations. */
export const setMailLanguage = defineCommand({
  name: "provider.set_mail_language",
  input: SetMailLanguage,
  access: inProvider.change_settings,
  locks: ({ input: { providerId } }) => [team(providerId)],
  async run({ tx, input: { providerId, language }, now }) {
    const [before] = await tx
      .select({ language: providers.language })
      .from(providers)
      .where(eq(providers.id, providerId));
    if (!before) throw new NotFound();
    if (before.language === language) return doneUnrecorded(null, "it is so already");
    await tx.update(providers).set({ language, revisedAt: now }).where(eq(providers.id, providerId));
    await advanceProvider(tx, providerId);
    return done(null, {
      type: "provider.language_changed",
      providerId,
      details: { language: language ?? "every" },
    });
  },
});
