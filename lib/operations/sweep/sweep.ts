import "server-only";
import { z } from "zod";
import { sweptThings, terms } from "@/lib/domain/terms";
import { instanceAdministrators } from "@/lib/operations/account/access";
import { defineCommand } from "@/lib/operations/command";
import { doneEach } from "@/lib/operations/outcome";
import { takeAway } from "@/lib/operations/sweep/internal/take-away";

/** How many rows one act deletes at most, so that nobody waits long for it. */
export const sweptAtOnce = 500;

/** Deletes rows of one kind that have been over for their term, at most some hundred. */
export const sweep = defineCommand({
  name: "instance.sweep",
  input: z.object({ what: z.enum(sweptThings) }),
  access: instanceAdministrators,
  async run({ tx, input: { what }, now }) {
    const before = new Date(Number(now) - terms[what].keptMs);
    const taken = await takeAway[what](tx, before, sweptAtOnce);
    const { count, isMoreLikely = count === sweptAtOnce, events = [] } = taken;
    // Most things came to their end before, by an act that has its event.
    return doneEach({ count, isMoreLikely }, events, (event) => event);
  },
});
