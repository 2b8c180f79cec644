import "server-only";
import { ReportItemEvent } from "@/lib/domain/cipher/inputs";
import { itemOf, itemReaders } from "@/lib/operations/cipher/access";
import { defineCommand } from "@/lib/operations/command";
import { NotFound } from "@/lib/operations/errors";
import { done, doneUnrecorded } from "@/lib/operations/outcome";

/**
 * Records what somebody's device says was done with an organization's item. What cannot have happened, such
 * as copying a password hidden from them, is refused. Protocol chapter 15.1.
 */
export const reportItemEvent = defineCommand({
  name: "cipher.report_event",
  input: ReportItemEvent,
  access: itemReaders,
  limits: (_input, actor) => [
    { what: "item_events", whom: actor.kind === "user" ? actor.userId : "", points: 600, seconds: 600 },
  ],
  async run({ input: { cipherId, what }, standing }) {
    const { organizationId, mayReveal } = itemOf(standing);
    if (!organizationId) return doneUnrecorded(null, "one's own vault has no log");
    if (what !== "viewed" && !mayReveal) throw new NotFound();
    return done(null, { type: `cipher.${what}`, organizationId, cipherId });
  },
});
