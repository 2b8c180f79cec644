import { randomBytes } from "node:crypto";
import { eq } from "drizzle-orm";
import { expect, test as plain } from "vitest";
import { z } from "zod";
import type { Tx } from "@/db/client";
import { sessions } from "@/db/schema/sessions";
import { users } from "@/db/schema/users";
import type { AuthenticationHash } from "@/lib/crypto/types";
import { jobActor, personActor } from "@/lib/domain/actor";
import { OrganizationId } from "@/lib/domain/ids";
import { signedIn } from "@/lib/operations/account/access";
import { hashAuthentication } from "@/lib/operations/account/internal/password-hash";
import { logIn } from "@/lib/operations/account/log-in";
import { proveMasterPassword } from "@/lib/operations/account/prove-master-password";
import { defineCommand, execute } from "@/lib/operations/command";
import { inOrganization } from "@/lib/operations/organization/access";
import { doneUnrecorded } from "@/lib/operations/outcome";
import { defineQuery } from "@/lib/operations/query";
import { recentlyProven } from "@/lib/operations/recently-proven";
import { test } from "@/test/database";
import { expectRefused } from "@/test/expect-refused";
import { eventsOf } from "@/test/mails";
import { aConfirmed, anOrganizationWith } from "@/test/organization";
import { aPerson, type Person } from "@/test/people";

const aHash = () => randomBytes(32).toString("base64") as AuthenticationHash;

const grave = defineCommand({
  name: "a.grave_act",
  input: z.object({}),
  access: recentlyProven(signedIn),
  run: async ({ standing }) => doneUnrecorded(standing, "a test"),
});

const inOrganizationToo = defineCommand({
  name: "a.grave_act_in_an_organization",
  input: z.object({ organizationId: OrganizationId }),
  access: recentlyProven(inOrganization.be_there),
  run: async () => doneUnrecorded(null, "a test"),
});

const provenBefore = (tx: Tx, { userId }: Person, minutes: number | null) =>
  tx
    .update(sessions)
    .set({ provenAt: minutes === null ? null : new Date(Date.now() - minutes * 60_000) })
    .where(eq(sessions.userId, userId));

test("what asks for a proof is refused without one, and after ten minutes", async ({ tx }) => {
  const brett = await aPerson(tx, "Brett Warden");
  await expectRefused(tx, grave, brett.actor, {}, "proof_needed");
  await provenBefore(tx, brett, 9.9);
  expect(await execute(tx, grave, brett.actor, {})).toEqual({ standing: "signed_in", isProven: true });
  await provenBefore(tx, brett, 10.1);
  await expectRefused(tx, grave, brett.actor, {}, "proof_needed");
});

test("the proof is the session's own, and whoever has no session proves nothing", async ({ tx }) => {
  const brett = await aPerson(tx, "Brett Warden");
  await provenBefore(tx, brett, 1);
  const betty = await aPerson(tx, "Betty Warden");
  await expectRefused(tx, grave, betty.actor, {}, "proof_needed");
  await expectRefused(tx, grave, jobActor(), {}, "not_signed_in");
});

test("the wrapped access judges first, and looks at its own target", async ({ tx }) => {
  const { organizationId } = await anOrganizationWith(tx);
  const owner = await aConfirmed(tx, organizationId, "owner", "Brett Warden");
  const stranger = await aPerson(tx, "Betty Warden");
  await provenBefore(tx, stranger, 1);
  await expect(execute(tx, inOrganizationToo, stranger.actor, { organizationId })).rejects.toMatchObject({
    name: "NotFound",
  });
  await expectRefused(tx, inOrganizationToo, owner.actor, { organizationId }, "proof_needed");
  await tx.update(sessions).set({ provenAt: new Date() });
  await execute(tx, inOrganizationToo, owner.actor, { organizationId });
});

test("a log-in is a proof, and a proof is given again in the same session", async ({ tx }) => {
  const authenticationHash = aHash();
  const passwordHash = await hashAuthentication(authenticationHash);
  const brett = await aPerson(tx, "Brett Warden", { passwordHash });
  const { device } = brett.actor;
  const { userId, sessionId } = await execute(tx, logIn, brett.actor, {
    email: brett.email,
    authenticationHash,
    deviceIdentifier: crypto.randomUUID(),
  });
  await execute(tx, grave, personActor({ userId, sessionId, device }), {});

  await provenBefore(tx, brett, 60);
  const before = (await eventsOf(tx)).length;
  await execute(tx, proveMasterPassword, brett.actor, { authenticationHash });
  await execute(tx, grave, brett.actor, {});
  await expectRefused(tx, grave, personActor({ userId, sessionId, device }), {}, "proof_needed");
  expect(await eventsOf(tx)).toHaveLength(before);
});

test("a wrong password proves nothing, and is counted with the other guesses", async ({ tx }) => {
  const authenticationHash = aHash();
  const passwordHash = await hashAuthentication(authenticationHash);
  const brett = await aPerson(tx, "Brett Warden", { passwordHash });
  const wrong = { authenticationHash: aHash() };
  for (let tries = 0; tries < 10; tries++)
    await expectRefused(tx, proveMasterPassword, brett.actor, wrong, "wrong_master_password");
  await expectRefused(tx, proveMasterPassword, brett.actor, { authenticationHash }, "too_many_attempts");
  await expectRefused(tx, grave, brett.actor, {}, "proof_needed");
});

test("a password that was changed meanwhile proves nothing", async ({ tx }) => {
  const authenticationHash = aHash();
  const brett = await aPerson(tx, "Brett Warden", {
    passwordHash: await hashAuthentication(authenticationHash),
  });
  const { prepare, ...rest } = proveMasterPassword;
  const late = {
    ...rest,
    prepare: async (step: Parameters<NonNullable<typeof prepare>>[0]) => {
      const prepared = await prepare?.(step);
      await tx.update(users).set({ passwordHash: "another" });
      return prepared ?? { provenHash: "" };
    },
  };
  await expectRefused(tx, late, brett.actor, { authenticationHash }, "wrong_master_password");
});

// The compiler is the test: were one of these to compile, `tsc` would report an unused expectation.
test("what cannot be written: a proof that makes an access fit more than it did", () => {
  const input = z.object({ organizationId: OrganizationId });
  const read = async () => null;
  defineQuery({ name: "x", input, access: recentlyProven(inOrganization.be_there), read });
  // @ts-expect-error the input names a tenant, of which `signedIn` knows nothing
  defineQuery({ name: "x", input, access: recentlyProven(signedIn), read });
  // @ts-expect-error the input names no organization to judge
  defineQuery({ name: "x", input: z.object({}), access: recentlyProven(inOrganization.be_there), read });
});

const modules = import.meta.glob<Record<string, unknown>>(
  ["/lib/operations/*/*.ts", "!/lib/operations/*/*.test.ts"],
  { eager: true },
);
type Named = { name: string; access: { name: string } };
const isOperation = (value: unknown): value is Named =>
  typeof value === "object" && value !== null && "kind" in value && "name" in value && "access" in value;

plain("these operations ask for a proof, and a stolen session does none of them", () => {
  const asking = Object.values(modules)
    .flatMap((module) => Object.values(module).filter(isOperation))
    .flatMap(({ name, access }) => (access.name.endsWith(", recently proven") ? name : []));
  expect(asking.sort()).toEqual([
    "account.accept_key",
    "account.add_passkey",
    "account.confirm_authenticator",
    "account.confirm_mailed_codes",
    "account.let_passkey_unlock",
    "account.remove_second_step",
    "account.renew_recovery_codes",
    "account.start_authenticator",
    "account.start_mailed_codes",
    "account.start_passkey",
    "account.turn_off_two_step",
    "client.delete",
    "item.list_to_export",
    "item.record_organization_export",
    "item.record_own_export",
    "organization.delete",
    "organization.leave_provider",
    "organization.rotate_api_key",
    "organization.show_api_key",
    "provider.ask_deletion",
    "recovery.open",
    "recovery.recover",
    "rotation.begin_organization",
  ]);
});
