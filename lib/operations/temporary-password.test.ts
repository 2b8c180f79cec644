import { eq } from "drizzle-orm";
import { expect, test as plain } from "vitest";
import { users } from "@/db/schema/users";
import { personActor } from "@/lib/domain/actor";
import { listSessions } from "@/lib/operations/account/list-sessions";
import { touchSession } from "@/lib/operations/account/touch-session";
import { updateProfile } from "@/lib/operations/account/update-profile";
import { execute } from "@/lib/operations/command";
import { syncMyVault } from "@/lib/operations/item/sync-my-vault";
import { ask } from "@/lib/operations/query";
import { test } from "@/test/database";
import { expectRefused } from "@/test/expect-refused";
import { aPerson } from "@/test/people";

type Operation = { kind: "command" | "query"; name: string; worksWithTemporaryPassword?: true };

const modules = import.meta.glob<Record<string, unknown>>(
  ["/lib/operations/*/*.ts", "!/lib/operations/*/*.test.ts"],
  { eager: true },
);
const isOperation = (value: unknown): value is Operation =>
  typeof value === "object" && value !== null && "kind" in value && "name" in value && "access" in value;
const operations = Object.values(modules).flatMap((module) => Object.values(module).filter(isOperation));

plain(
  "a temporary master password is good for choosing another one, and for what the page of that needs",
  () => {
    const working = operations.filter(({ worksWithTemporaryPassword: works }) => works);
    const named = (kind: Operation["kind"]) =>
      working.flatMap((operation) => (operation.kind === kind ? operation.name : [])).sort();
    expect(named("command")).toEqual([
      "account.change_master_password",
      "account.choose_language",
      "account.drop_reload_key",
      "account.log_out",
      "account.make_reload_key",
      "account.refresh_session",
      "account.touch_session",
    ]);
    expect(named("query")).toEqual([
      "account.get_my_keys",
      "account.get_reload_key",
      "account.get_two_step",
      "account.landing",
      "account.list_sessions",
      "account.prelogin",
      "organization.list_my_memberships",
      "organization.list_my_places",
      "policy.mine",
      "recovery.list_mine",
      "rotation.get_account",
    ]);
  },
);

test("the kernel refuses every other command of such a session", async ({ tx }) => {
  const { userId, actor } = await aPerson(tx, "Brett Warden");
  const profile = { name: "Brett", locale: "en" } as const;
  await execute(tx, updateProfile, actor, profile);
  await tx.update(users).set({ mustChangePassword: true }).where(eq(users.id, userId));
  await expectRefused(tx, updateProfile, actor, profile, "password_must_change");
  await execute(tx, touchSession, actor, {});
});

test("and every other query, whichever door asks it", async ({ tx }) => {
  const { userId, actor } = await aPerson(tx, "Brett Warden");
  const { sessionId, device } = actor;
  const withTemporary = personActor({ userId, sessionId, device, hasTemporaryPassword: true });
  await ask(tx, syncMyVault, actor, { known: null });
  await expect(ask(tx, syncMyVault, withTemporary, { known: null })).rejects.toMatchObject({
    refusal: "password_must_change",
  });
  await ask(tx, listSessions, withTemporary, {});
});
