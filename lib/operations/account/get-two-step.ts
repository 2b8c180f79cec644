import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { recoveryCodes } from "@/db/schema/recovery-codes";
import { personOf, signedIn } from "@/lib/operations/account/access";
import { authenticatorOf } from "@/lib/operations/account/internal/second-step";
import { defineQuery } from "@/lib/operations/query";

/** Since when one's own log-in takes a second step, and how many recovery codes are left; null while it takes none. */
export const getTwoStep = defineQuery({
  name: "account.get_two_step",
  input: z.object({}),
  access: signedIn,
  async read({ tx, actor }) {
    const userId = personOf(actor);
    const found = await authenticatorOf(tx, userId);
    if (!found) return null;
    const codesLeft = await tx.$count(
      recoveryCodes,
      and(eq(recoveryCodes.userId, userId), isNull(recoveryCodes.usedAt)),
    );
    return { since: found.confirmedAt, codesLeft };
  },
});

export type TwoStep = Awaited<ReturnType<typeof getTwoStep.read>>;
