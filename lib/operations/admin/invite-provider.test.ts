import { expect } from "vitest";
import { jobs } from "@/db/schema/jobs";
import { oneTimeTokens } from "@/db/schema/one-time-tokens";
import { providerPlans } from "@/db/schema/provider-plans";
import { providers } from "@/db/schema/providers";
import { anonymousActor, operatorActor } from "@/lib/domain/actor";
import { correctProviderInvitation } from "@/lib/operations/admin/correct-provider-invitation";
import { inviteProvider } from "@/lib/operations/admin/invite-provider";
import { listProviders } from "@/lib/operations/admin/list-providers";
import { resendProviderInvitation } from "@/lib/operations/admin/resend-provider-invitation";
import { withdrawProviderInvitation } from "@/lib/operations/admin/withdraw-provider-invitation";
import { execute } from "@/lib/operations/command";
import { getSetUp } from "@/lib/operations/provider/get-set-up";
import { ask } from "@/lib/operations/query";
import { test } from "@/test/database";
import { expectRefused } from "@/test/expect-refused";
import { eventsOf, mailsTo, tokenMailedTo } from "@/test/mails";
import { aPerson } from "@/test/people";
import { aClientOf, aProviderWith } from "@/test/provider";

const operator = operatorActor();
const stranger = anonymousActor({ type: "firefox_browser", ip: null });
const input = { email: "Brett@Provider.example", name: "", teamsSeats: 75, enterpriseSeats: 0 };

test("an administrator invites a provider: pending, with two minimums and a link in the mail", async ({
  tx,
}) => {
  const administrator = await aPerson(tx, "Betty Warden", { instanceRole: "administrator" });
  const { providerId } = await execute(tx, inviteProvider, administrator.actor, input);

  expect(await tx.select().from(providers)).toMatchObject([
    { id: providerId, status: "pending", name: null, ownerEmail: "brett@provider.example" },
  ]);
  expect(await tx.select().from(providerPlans).orderBy(providerPlans.plan)).toMatchObject([
    { plan: "enterprise_monthly", seatMinimum: 0, allocatedSeats: 0, purchasedSeats: 0 },
    { plan: "teams_monthly", seatMinimum: 75, allocatedSeats: 0, purchasedSeats: 0 },
  ]);
  expect(await mailsTo(tx, "brett@provider.example")).toMatchObject([
    { kind: "provider.set_up", providerName: null },
  ]);
  expect(await eventsOf(tx)).toMatchObject([
    { type: "provider.invited", providerId, actorId: administrator.userId },
  ]);
});

test("the command line may do the same", async ({ tx }) => {
  await execute(tx, inviteProvider, operator, input);
  expect(await eventsOf(tx)).toMatchObject([{ type: "provider.invited", actorKind: "operator" }]);
});

test("for everybody else there is no such page, and nothing is written", async ({ tx }) => {
  const billy = await aPerson(tx, "Billy Warden");
  await expectRefused(tx, inviteProvider, billy.actor, input, "not_found");
  await expectRefused(tx, inviteProvider, stranger, input, "not_signed_in");
  expect(await tx.$count(providers)).toBe(0);
  expect(await tx.$count(jobs)).toBe(0);
});

test("negative seats and a malformed address are no input", async ({ tx }) => {
  await expect(execute(tx, inviteProvider, operator, { ...input, teamsSeats: -1 })).rejects.toThrow();
  await expect(execute(tx, inviteProvider, operator, { ...input, email: "brett" })).rejects.toThrow();
});

test("sending again makes a new link and puts the old one out of use", async ({ tx }) => {
  const { providerId } = await execute(tx, inviteProvider, operator, input);
  await execute(tx, resendProviderInvitation, operator, { providerId });

  const tokens = await tx.select().from(oneTimeTokens);
  expect(tokens.filter(({ replacedAt }) => replacedAt === null)).toHaveLength(1);
  expect(tokens).toHaveLength(2);
  expect(await eventsOf(tx)).toContainEqual(
    expect.objectContaining({ type: "provider.reinvited", providerId }),
  );
});

test("a wrong invitation is mended: another address gets a link of its own, and the earlier one stops", async ({
  tx,
}) => {
  const { providerId } = await execute(tx, inviteProvider, operator, input);
  const earlier = await tokenMailedTo(tx, "brett@provider.example");
  const mended = { providerId, email: "betty@provider.example", name: "My Provider", teamsSeats: 5 };
  await execute(tx, correctProviderInvitation, operator, { ...mended, enterpriseSeats: 10 });
  expect(await tx.select().from(providers)).toMatchObject([
    { ownerEmail: "betty@provider.example", name: "My Provider", status: "pending" },
  ]);
  expect(await tx.select().from(providerPlans).orderBy(providerPlans.plan)).toMatchObject([
    { seatMinimum: 10 },
    { seatMinimum: 5 },
  ]);
  const link = await tokenMailedTo(tx, "betty@provider.example");
  expect(await ask(tx, getSetUp, stranger, { token: link })).toMatchObject({ state: "good" });
  expect(await ask(tx, getSetUp, stranger, { token: earlier })).toMatchObject({ state: "replaced" });

  await execute(tx, correctProviderInvitation, operator, { ...mended, enterpriseSeats: 0 });
  expect(await mailsTo(tx, "betty@provider.example")).toHaveLength(1);
  expect(await ask(tx, getSetUp, stranger, { token: link })).toMatchObject({ state: "good" });
});

test("a withdrawn invitation is gone with its link, and the log says so", async ({ tx }) => {
  const { providerId } = await execute(tx, inviteProvider, operator, input);
  const token = await tokenMailedTo(tx, "brett@provider.example");
  await execute(tx, withdrawProviderInvitation, operator, { providerId });
  expect((await ask(tx, listProviders, operator, {})).providers).toEqual([]);
  expect(await ask(tx, getSetUp, stranger, { token })).toBeNull();
  expect(await eventsOf(tx)).toContainEqual(
    expect.objectContaining({ type: "provider.withdrawn", details: { email: "brett@provider.example" } }),
  );
});

test("what is set up cannot be withdrawn or changed so, nor by anybody else", async ({ tx }) => {
  const { providerId, brett } = await aProviderWith(tx, { brett: "provider_admin, confirmed" });
  const mended = { providerId, ...input };
  await expectRefused(tx, correctProviderInvitation, operator, mended, "provider_already_set_up");
  await expectRefused(tx, withdrawProviderInvitation, operator, { providerId }, "provider_already_set_up");
  await expectRefused(tx, correctProviderInvitation, brett.actor, mended, "not_found");
  await expectRefused(tx, withdrawProviderInvitation, brett.actor, { providerId }, "not_found");
});

test("a provider that is set up is not invited again, nor one that does not exist", async ({ tx }) => {
  const { providerId, brett } = await aProviderWith(tx, { brett: "provider_admin, confirmed" });
  await expectRefused(tx, resendProviderInvitation, operator, { providerId }, "provider_already_set_up");
  await expectRefused(tx, resendProviderInvitation, brett.actor, { providerId }, "not_found");
  const nobody = "00000000-0000-4000-8000-000000000000";
  await expectRefused(tx, resendProviderInvitation, operator, { providerId: nobody }, "not_found");
});

test("providers are listed with counts and nothing of their clients", async ({ tx }) => {
  const { providerId } = await aProviderWith(tx, {}, { teams: 75, enterprise: 150 });
  const other = await aProviderWith(tx, {});
  await aClientOf(tx, providerId);
  await aClientOf(tx, providerId);

  const { providers: list } = await ask(tx, listProviders, operator, {});
  expect(list.find(({ id }) => id === providerId)).toMatchObject({
    clients: 2,
    minimums: { teams_monthly: 75, enterprise_monthly: 150 },
  });
  expect(list.find(({ id }) => id === other.providerId)?.clients).toBe(0);
});

test("a long list goes on where the last page ended", async ({ tx }) => {
  for (let index = 0; index < 53; index += 1) await aProviderWith(tx, {});
  const first = await ask(tx, listProviders, operator, {});
  const second = await ask(tx, listProviders, operator, { cursor: first.next ?? "" });
  expect([first.providers.length, second.providers.length, second.next]).toEqual([50, 3, null]);
  expect(new Set([...first.providers, ...second.providers].map(({ id }) => id)).size).toBe(53);
});
