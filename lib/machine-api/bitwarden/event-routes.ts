import "server-only";
import { z } from "zod";
import { eventNumbers } from "@/lib/domain/event-types";
import { ItemId } from "@/lib/domain/ids";
import type { ReportedEvent } from "@/lib/domain/item/inputs";
import { bitwarden } from "@/lib/machine-api/bitwarden/dialect";
import { asWritten } from "@/lib/machine-api/bitwarden/wire/as-written";
import { idOf } from "@/lib/machine-api/bitwarden/wire/values";
import { isExpected } from "@/lib/operations/errors";
import { reportItemEvent } from "@/lib/operations/item/report-item-event";

/** What apps report, by the number of the wire. What else they report is not kept. Protocol chapter 15.1. */
const reported = new Map<number, ReportedEvent>([
  [eventNumbers["cipher.viewed"], "viewed"],
  [eventNumbers["cipher.password_revealed"], "password_revealed"],
  [eventNumbers["cipher.password_copied"], "password_copied"],
]);

/** So many are looked at of what an app sends at once: each is an act of its own. The rest is let go. */
const lookedAt = 100;

const Events = z
  .array(z.object({ type: z.int(), cipherId: idOf(ItemId).nullish().catch(null) }))
  .max(1000, { error: "too_many" });

export const eventRoutes = [
  bitwarden.several("POST /events/collect", [reportItemEvent], async ({ body }, run) => {
    for (const { type, cipherId: itemId } of Events.parse(asWritten(body)).slice(0, lookedAt)) {
      const what = reported.get(type);
      if (!what || !itemId) continue;
      try {
        await run(reportItemEvent, { itemId, what });
      } catch (error) {
        // An app sends what it could not report later again, for ever: what is refused is let go.
        if (!isExpected(error)) throw error;
      }
    }
    return null;
  }),
];
