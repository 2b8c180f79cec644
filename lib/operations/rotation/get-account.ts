import "server-only";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { rotations } from "@/db/schema/rotations";
import { users } from "@/db/schema/users";
import { personOf, signedIn } from "@/lib/operations/account/access";
import { NotFound } from "@/lib/operations/errors";
import { defineQuery } from "@/lib/operations/query";

/** When the account's user key was last replaced, and the rotation that was begun and not finished. */
export const getAccountRotation = defineQuery({
  name: "rotation.get_account",
  worksWithTemporaryPassword: true,
  input: z.object({}),
  access: signedIn,
  async read({ tx, actor }) {
    const [row] = await tx
      .select({ rotatedAt: users.keyRotatedAt, createdAt: users.createdAt, rotation: rotations })
      .from(users)
      .leftJoin(rotations, eq(rotations.userId, users.id))
      .where(eq(users.id, personOf(actor)));
    if (!row) throw new NotFound();
    const { rotation, ...dates } = row;
    if (!rotation) return { ...dates, rotation: null };
    const { id, begunAt, isOutdated, keyForBeginner, publicKey, privateKey } = rotation;
    return {
      ...dates,
      rotation: {
        id,
        begunAt,
        /** Null where nobody goes on with it: an organization may have been sealed the next key that is not to have it. */
        next: isOutdated ? null : { keyForBeginner, publicKey, privateKey },
      },
    };
  },
});

export type AccountRotation = Awaited<ReturnType<typeof getAccountRotation.read>>;
