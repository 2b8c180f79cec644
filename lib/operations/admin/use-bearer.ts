import "server-only";
import { createHash } from "node:crypto";
import { z } from "zod";
import { usedBearers } from "@/db/schema/used-bearers";
import { operators } from "@/lib/operations/account/access";
import { defineCommand } from "@/lib/operations/command";
import { doneUnrecorded } from "@/lib/operations/outcome";

/** Longer than a bearer is good, also if the two clocks differ. */
const rememberedMs = 5 * 60_000;

/** Notes that a bearer of the command line was used, and says whether this was its first use. */
export const useBearer = defineCommand({
  name: "admin.use_bearer",
  input: z.object({ bearer: z.string().max(200) }),
  access: operators,
  async run({ tx, input: { bearer }, now }) {
    const hash = createHash("sha256").update(bearer).digest("base64url");
    const fresh = await tx
      .insert(usedBearers)
      .values({ hash, expiresAt: new Date(Number(now) + rememberedMs) })
      .onConflictDoNothing()
      .returning({ hash: usedBearers.hash });
    return doneUnrecorded({ isFirst: fresh.length > 0 }, "what the bearer is used for has its own event");
  },
});
