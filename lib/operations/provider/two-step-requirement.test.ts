import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { expect } from "vitest";
import type { Tx } from "@/db/client";
import { authenticators } from "@/db/schema/authenticators";
import { passkeys } from "@/db/schema/passkeys";
import { providers } from "@/db/schema/providers";
import { users } from "@/db/schema/users";
import { getTwoStep } from "@/lib/operations/account/get-two-step";
import { execute } from "@/lib/operations/command";
import { getOrganizationFrame } from "@/lib/operations/organization/get-organization-frame";
import { getProviderFrame } from "@/lib/operations/provider/get-frame";
import { getTwoStepRequirement } from "@/lib/operations/provider/get-two-step-requirement";
import { setTwoStepRequirement } from "@/lib/operations/provider/set-two-step-requirement";
import { ask } from "@/lib/operations/query";
import { test } from "@/test/database";
import { expectRefused } from "@/test/expect-refused";
import { eventsOf } from "@/test/mails";
import { anOrganizationWith, aVisit } from "@/test/organization";
import type { Person } from "@/test/people";
import { aProviderWith } from "@/test/provider";

const withApp = (tx: Tx, { userId }: Person) =>
  tx.insert(authenticators).values({ userId, sealedSecret: "-", confirmedAt: new Date() });

const withPasskey = (tx: Tx, { userId }: Person) =>
  tx
    .insert(passkeys)
    .values({ userId, name: "Phone", credentialId: randomUUID(), publicKey: "-", transports: [] });

const team = (tx: Tx) =>
  aProviderWith(tx, {
    brett: "provider_admin, confirmed",
    betty: "service_user, confirmed",
    billy: "service_user, confirmed",
    bridget: "service_user, accepted",
  });

test("whoever lacks it is named before, and kept out at the next request, in clients too", async ({ tx }) => {
  const { providerId, brett, betty, billy, bridget } = await team(tx);
  await withApp(tx, brett);
  await withPasskey(tx, betty);
  const { organizationId } = await anOrganizationWith(tx, { provider: { providerId } });
  for (const visitor of [betty, billy]) await aVisit(tx, organizationId, providerId, visitor);
  expect(await ask(tx, getTwoStepRequirement, brett.actor, { providerId })).toEqual({
    required: false,
    lacking: ["billy", "bridget"],
    lackingCount: 2,
    youLack: false,
  });
  await ask(tx, getProviderFrame, billy.actor, { providerId });

  await execute(tx, setTwoStepRequirement, brett.actor, { providerId, required: true });

  for (const has of [brett, betty]) await ask(tx, getProviderFrame, has.actor, { providerId });
  await ask(tx, getOrganizationFrame, betty.actor, { organizationId });
  const kept = { refusal: "two_step_required" };
  await expect(ask(tx, getProviderFrame, billy.actor, { providerId })).rejects.toMatchObject(kept);
  await expect(ask(tx, getOrganizationFrame, billy.actor, { organizationId })).rejects.toMatchObject(kept);
  for (const lacks of [billy, bridget])
    expect(await ask(tx, getTwoStep, lacks.actor, {})).toMatchObject({ requiredBy: ["My Provider"] });
  expect(await ask(tx, getTwoStep, betty.actor, {})).toMatchObject({ requiredBy: [] });
  expect(await eventsOf(tx)).toMatchObject([
    { type: "provider.two_step_requirement_changed", details: { change: "on" } },
  ]);

  await withPasskey(tx, billy);
  await ask(tx, getProviderFrame, billy.actor, { providerId });
});

test("codes by mail and an app whose first code has not come do not count", async ({ tx }) => {
  const { providerId, brett } = await team(tx);
  await tx.update(users).set({ codesByMail: true }).where(eq(users.id, brett.userId));
  await tx.insert(authenticators).values({ userId: brett.userId, sealedSecret: "-" });
  await execute(tx, setTwoStepRequirement, brett.actor, { providerId, required: true });
  await expect(ask(tx, getProviderFrame, brett.actor, { providerId })).rejects.toMatchObject({
    refusal: "two_step_required",
  });
  await expectRefused(
    tx,
    setTwoStepRequirement,
    brett.actor,
    { providerId, required: false },
    "two_step_required",
  );
});

test("admins alone decide it, and to strangers it does not exist", async ({ tx }) => {
  const { providerId, betty, bridget } = await team(tx);
  const { brett: stranger } = await aProviderWith(tx, { brett: "provider_admin, confirmed" });
  for (const who of [betty, bridget, stranger])
    await expectRefused(tx, setTwoStepRequirement, who.actor, { providerId, required: true }, "not_found");
});

test("what is so already is done without a word in the log", async ({ tx }) => {
  const { providerId, brett } = await team(tx);
  await execute(tx, setTwoStepRequirement, brett.actor, { providerId, required: false });
  expect(await eventsOf(tx)).toEqual([]);
  const [provider] = await tx.select().from(providers).where(eq(providers.id, providerId));
  expect(provider?.requiresTwoStep).toBe(false);
});
