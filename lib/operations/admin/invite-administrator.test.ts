import { expect } from "vitest";
import { oneTimeTokens } from "@/db/schema/one-time-tokens";
import { anonymousActor, operatorActor } from "@/lib/domain/actor";
import { inviteAdministrator } from "@/lib/operations/admin/invite-administrator";
import { execute } from "@/lib/operations/command";
import { test } from "@/test/database";
import { expectRefused } from "@/test/expect-refused";
import { mailsTo } from "@/test/mails";
import { aPerson } from "@/test/people";

const operator = operatorActor();
const email = "brett.warden@provider.example";

test("the command line invites an administrator by mail, with one link at a time", async ({ tx }) => {
  await execute(tx, inviteAdministrator, operator, { email });
  await execute(tx, inviteAdministrator, operator, { email });
  expect(await mailsTo(tx, email)).toMatchObject([
    { kind: "account.administer" },
    { kind: "account.administer" },
  ]);
  const open = (await tx.select().from(oneTimeTokens)).filter(({ replacedAt }) => replacedAt === null);
  expect(open).toMatchObject([{ purpose: "administrator", email }]);
});

test("nobody else may, not even an administrator", async ({ tx }) => {
  const { actor } = await aPerson(tx, "Betty Warden", { instanceRole: "administrator" });
  await expectRefused(tx, inviteAdministrator, actor, { email }, "not_found");
  const anonymous = anonymousActor(actor.device);
  await expectRefused(tx, inviteAdministrator, anonymous, { email }, "not_found");
  expect(await tx.$count(oneTimeTokens)).toBe(0);
});

test("an address with an account is not invited", async ({ tx }) => {
  const { email: taken } = await aPerson(tx, "Betty Warden");
  await expectRefused(tx, inviteAdministrator, operator, { email: taken }, "email_taken");
});
