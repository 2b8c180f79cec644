import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { knownKeys } from "@/db/schema/known-keys";
import { users } from "@/db/schema/users";
import { RotationId } from "@/lib/domain/ids";
import { acceptKey } from "@/lib/operations/account/accept-key";
import { hashAuthentication } from "@/lib/operations/account/internal/password-hash";
import { rememberKey } from "@/lib/operations/account/remember-key";
import { execute } from "@/lib/operations/command";
import { account } from "@/lib/operations/locks";
import { beginAccountRotation } from "@/lib/operations/rotation/begin-account";
import { finishAccountRotation } from "@/lib/operations/rotation/finish-account";
import { takeLocks } from "@/lib/operations/take-locks";
import { openTestPostgres } from "@/test/database";
import { sealedText } from "@/test/people";
import { outcomeOf, roundsOf, somebodyWaits } from "@/test/racing";
import { aPersona } from "@/test/sealed-world";
import { passwordOf } from "@/test/vault";

const { db, drop } = await openTestPostgres();
afterAll(drop);

const rounds = roundsOf(8);

/** Somebody whose next user key waits for the switch: nothing is sealed under the present one. */
async function aStagedAccount() {
  const email = `${randomUUID()}@client.example`;
  const me = await db.transaction((tx) => aPersona(tx, "Me", email));
  const [row] = await db.select().from(users).where(eq(users.id, me.userId));
  if (!row) throw new Error("the account is there");
  const rotationId = RotationId.parse(randomUUID());
  const next = await me.vault.makeNextKey(`next:${rotationId}`, "user", row);
  await execute(db, beginAccountRotation, me.actor, { rotationId, ...next });
  const proven = await me.vault.sealNextUserKey(
    `next:${rotationId}`,
    passwordOf(email),
    row.userKeyForAccount,
  );
  const passwordHash = await hashAuthentication(proven.currentHash);
  await db.update(users).set({ passwordHash }).where(eq(users.id, me.userId));
  const finish = () => execute(db, finishAccountRotation, me.actor, { rotationId, ...proven });
  return { ...me, finish };
}

test("a record that comes at the switch of an account does not stay under the former key", async () => {
  const left: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const { userId, actor, finish } = await aStagedAccount();
    let finishing: Promise<string> | null = null;
    await db.transaction(async (tx) => {
      await takeLocks(tx, [account(userId)]);
      let isOver = false;
      finishing = outcomeOf(finish()).finally(() => {
        isOver = true;
      });
      await somebodyWaits(db, () => isOver);
    });
    // The switch has the account's lock now. What comes is sealed under the former key.
    const late = Array.from({ length: 12 }, (_, i) =>
      outcomeOf(
        i % 2 === 0
          ? execute(db, rememberKey, actor, { subject: `organization:${randomUUID()}`, record: sealedText() })
          : execute(db, acceptKey, actor, {
              userId: randomUUID(),
              known: sealedText(),
              compared: sealedText(),
            }),
      ),
    );
    expect(await finishing).toBe("done");
    expect(new Set(await Promise.all(late))).toEqual(new Set(["not_signed_in"]));
    left.push(await db.$count(knownKeys, eq(knownKeys.userId, userId)));
  }
  expect(left).toEqual(left.map(() => 0));
});
