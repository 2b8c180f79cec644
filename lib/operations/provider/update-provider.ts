import "server-only";
import { eq } from "drizzle-orm";
import { providers } from "@/db/schema/providers";
import type { AuditEvent } from "@/lib/domain/events";
import { sortKey } from "@/lib/domain/names";
import { changedDetails } from "@/lib/domain/provider/details";
import { UpdateProvider } from "@/lib/domain/provider/inputs";
import { defineCommand } from "@/lib/operations/command";
import { NotFound } from "@/lib/operations/errors";
import { team } from "@/lib/operations/locks";
import { doneEach, doneUnrecorded } from "@/lib/operations/outcome";
import { ownChanges } from "@/lib/operations/own-changes";
import { inProvider } from "@/lib/operations/provider/access";
import { detailColumns } from "@/lib/operations/provider/internal/detail-columns";
import { advanceProvider } from "@/lib/operations/revision/internal/advance";

/**
 * Changes what the provider is called and where its bills go. What is left out stays. The log has an entry for each
 * kind of detail that differs.
 *
 * @throws {InvalidFields} `changed_meanwhile` for what somebody else has changed since it was shown.
 */
export const updateProvider = defineCommand({
  name: "provider.update",
  input: UpdateProvider,
  access: inProvider.change_settings,
  locks: ({ input: { providerId } }) => [team(providerId)],
  async run({ tx, input: { providerId, shown, ...typed }, now }) {
    const [before] = await tx.select(detailColumns).from(providers).where(eq(providers.id, providerId));
    if (!before) throw new NotFound();
    const details = ownChanges(typed, shown, before);
    const changed = changedDetails(before, details);
    if (changed.length === 0) return doneUnrecorded({ providerId }, "nothing differs");
    const name = details.name ?? before.name ?? "";
    await tx
      .update(providers)
      .set({ ...details, sortName: sortKey(name), revisedAt: now })
      .where(eq(providers.id, providerId));
    await advanceProvider(tx, providerId);
    const fromTo = {
      name: { from: before.name ?? "", to: name },
      billing_email: { from: before.billingEmail ?? "", to: typed.billingEmail },
    };
    return doneEach({ providerId }, changed, (change): AuditEvent => {
      const type = "provider.updated";
      return change === "name" || change === "billing_email"
        ? { type, providerId, details: { name, change, ...fromTo[change] } }
        : { type, providerId, details: { name, change } };
    });
  },
});
