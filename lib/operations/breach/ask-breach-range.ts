import "server-only";
import { AskBreachRange } from "@/lib/domain/report/breach-range";
import { signedIn } from "@/lib/operations/account/access";
import { askerOf } from "@/lib/operations/limits";
import { defineQuery } from "@/lib/operations/query";

/**
 * Whether somebody may ask for a range of exposed passwords. The range itself is another service's, and the door gets it:
 * what is asked for is written down nowhere.
 */
export const askBreachRange = defineQuery({
  name: "breach.ask_range",
  input: AskBreachRange,
  access: signedIn,
  // A vault of ten thousand passwords asks as often, and its owner looks twice.
  throttle: ({ actor }) => [{ what: "breach_ranges", by: askerOf(actor), points: 25_000, seconds: 3600 }],
  read: async ({ input: { prefix } }) => ({ prefix }),
});
