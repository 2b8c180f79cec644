import { randomUUID } from "node:crypto";
import { expect } from "vitest";
import { knownKeys } from "@/db/schema/known-keys";
import { anonymousActor } from "@/lib/domain/actor";
import { rememberKey } from "@/lib/operations/account/remember-key";
import { execute } from "@/lib/operations/command";
import { getOrganizationKey } from "@/lib/operations/key/get-organization-key";
import { getMembersToConfirm } from "@/lib/operations/provider/get-members-to-confirm";
import { ask } from "@/lib/operations/query";
import { test } from "@/test/database";
import { expectRefused } from "@/test/expect-refused";
import { aVisit } from "@/test/organization";
import { aPerson, sealedText } from "@/test/people";
import { aClientOf, aProviderWith } from "@/test/provider";

test("what an account remembers of a key comes with the key, to that account alone", async ({ tx }) => {
  const team = await aProviderWith(tx, {
    brett: "provider_admin, confirmed",
    bea: "provider_admin, confirmed",
    billy: "service_user, accepted",
  });
  const { providerId, brett, bea, billy } = team;
  const organizationId = await aClientOf(tx, providerId);
  const records = {
    organization: sealedText(),
    provider: sealedText(),
    account: sealedText(),
    compared: sealedText(),
  };
  const subjects = {
    organization: organizationId,
    provider: providerId,
    account: billy.userId,
    compared: billy.userId,
  };
  for (const what of ["organization", "provider", "account", "compared"] as const) {
    const input = { subject: `${what}:${subjects[what]}`, record: records[what] };
    await execute(tx, rememberKey, brett.actor, input);
    await execute(tx, rememberKey, brett.actor, { ...input, record: sealedText() });
  }
  expect(await tx.$count(knownKeys)).toBe(4);

  for (const who of [brett, bea]) {
    const known = who === brett;
    await aVisit(tx, organizationId, providerId, who);
    expect(await ask(tx, getOrganizationKey, who.actor, { organizationId })).toMatchObject({
      knownOrganizationKey: known ? records.organization : null,
      knownProviderKey: known ? records.provider : null,
    });
    expect(await ask(tx, getMembersToConfirm, who.actor, { providerId })).toMatchObject([
      {
        knownPublicKey: known ? records.account : null,
        comparedPublicKey: known ? records.compared : null,
      },
    ]);
  }
});

test("only a sealed record of something that has a key is kept, and only for somebody", async ({ tx }) => {
  const { actor } = await aPerson(tx, "Brett Warden");
  const good = { subject: `provider:${randomUUID()}`, record: sealedText() };
  for (const bad of [
    { ...good, record: "a key" },
    { ...good, subject: "provider:1" },
    { ...good, subject: `item:${randomUUID()}` },
  ])
    await expect(execute(tx, rememberKey, actor, bad)).rejects.toThrow();
  const anonymous = anonymousActor(actor.device);
  await expectRefused(tx, rememberKey, anonymous, good, "not_signed_in");
  expect(await tx.$count(knownKeys)).toBe(0);
});
