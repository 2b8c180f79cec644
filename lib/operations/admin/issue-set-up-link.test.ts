import { expect } from "vitest";
import { oneTimeTokens } from "@/db/schema/one-time-tokens";
import { anonymousActor } from "@/lib/domain/actor";
import { ensureSetUpLink } from "@/lib/http/ensure-set-up-link";
import { issueSetUpLink } from "@/lib/operations/admin/issue-set-up-link";
import { lookUpToken } from "@/lib/operations/token/internal/find-token";
import { test } from "@/test/database";
import { expectRefused } from "@/test/expect-refused";
import { aPerson } from "@/test/people";

const tokenIn = (link: string | null) => link?.split("/").at(-1) ?? "";

test("an empty instance gets a link, kept as a hash", async ({ tx }) => {
  const link = await ensureSetUpLink(tx);
  expect(link).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/invite\/[\w-]{43}$/);

  const { row, state } = await lookUpToken(tx, tokenIn(link), new Date());
  expect(state).toBe("good");
  expect(row).toMatchObject({ purpose: "instance_set_up", email: null });
  expect(row?.hash).not.toContain(tokenIn(link));
});

test("the next start makes another link, and the one before is replaced", async ({ tx }) => {
  const first = await ensureSetUpLink(tx);
  const second = await ensureSetUpLink(tx);
  expect((await lookUpToken(tx, tokenIn(first), new Date())).state).toBe("replaced");
  expect((await lookUpToken(tx, tokenIn(second), new Date())).state).toBe("good");
});

test("the link lives until there is an administrator, whoever else has an account", async ({ tx }) => {
  await aPerson(tx, "Billy Warden");
  const link = await ensureSetUpLink(tx);
  const inAYear = new Date(Date.now() + 365 * 24 * 60 * 60 * 1000);
  expect((await lookUpToken(tx, tokenIn(link), inAYear)).state).toBe("good");
});

test("an instance with an administrator has no such link", async ({ tx }) => {
  await aPerson(tx, "Brett Warden", { instanceRole: "administrator" });
  expect(await ensureSetUpLink(tx)).toBeNull();
  expect(await tx.$count(oneTimeTokens)).toBe(0);
});

test("nobody but the operator and instance administrators may ask for one", async ({ tx }) => {
  const { actor } = await aPerson(tx, "Betty Warden");
  await expectRefused(tx, issueSetUpLink, actor, {}, "not_found");
  const anonymous = anonymousActor(actor.device);
  await expectRefused(tx, issueSetUpLink, anonymous, {}, "not_signed_in");
  expect(await tx.$count(oneTimeTokens)).toBe(0);
});
