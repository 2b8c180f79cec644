import "server-only";
import { ReportItemEvent } from "@/lib/domain/item/inputs";
import { defineCommand } from "@/lib/operations/command";
import { NotFound } from "@/lib/operations/errors";
import { itemOf, itemReaders } from "@/lib/operations/item/access";
import { askerOf } from "@/lib/operations/limits";
import { done, doneUnrecorded } from "@/lib/operations/outcome";

const eventOf = {
  viewed: "cipher.viewed",
  password_revealed: "cipher.password_revealed",
  password_copied: "cipher.password_copied",
} as const;

/**
 * Records what somebody's device says was done with an organization's item. What cannot have happened, such
 * as copying a password hidden from them, is refused. Protocol chapter 15.1.
 */
export const reportItemEvent = defineCommand({
  name: "item.report_event",
  input: ReportItemEvent,
  access: itemReaders,
  throttle: ({ actor }) => [{ what: "item_events", by: askerOf(actor), points: 600, seconds: 600 }],
  async run({ input: { itemId, what }, standing }) {
    const { organizationId, mayReveal } = itemOf(standing);
    if (!organizationId) return doneUnrecorded(null, "one's own vault has no log");
    if (what !== "viewed" && !mayReveal) throw new NotFound();
    return done(null, { type: eventOf[what], organizationId, itemId });
  },
});
