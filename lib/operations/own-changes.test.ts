import { randomUUID } from "node:crypto";
import { describe, expect } from "vitest";
import { providerTags } from "@/db/schema/client-tags";
import { groups } from "@/db/schema/groups";
import { providers } from "@/db/schema/providers";
import { users } from "@/db/schema/users";
import { updateProfile } from "@/lib/operations/account/update-profile";
import { renameBlueprint } from "@/lib/operations/blueprint/rename-blueprint";
import { saveBlueprint } from "@/lib/operations/blueprint/save-blueprint";
import { changeTag } from "@/lib/operations/client/change-tag";
import { makeTag } from "@/lib/operations/client/make-tag";
import { renameClient } from "@/lib/operations/client/rename-client";
import { execute } from "@/lib/operations/command";
import { createGroup } from "@/lib/operations/group/create-group";
import { renameGroup } from "@/lib/operations/group/rename-group";
import { getOrganizationSettings } from "@/lib/operations/organization/get-organization-settings";
import { updateOrganization } from "@/lib/operations/organization/update-organization";
import { updateProvider } from "@/lib/operations/provider/update-provider";
import { ask } from "@/lib/operations/query";
import { test } from "@/test/database";
import { expectRefused } from "@/test/expect-refused";
import { aConfirmed, anOrganizationWith } from "@/test/organization";
import { aPerson, sealedText } from "@/test/people";
import { aClientOf, aProviderWith } from "@/test/provider";

const wardens = { brett: "provider_admin, confirmed" } as const;

/** The answer to a field that somebody else has changed since. */
const overtaken = (field: string, now: string) => ({
  fields: [{ field, code: "changed_meanwhile", values: { is: "text", now } }],
});

describe("a form that was opened before somebody else has saved", () => {
  test("leaves a provider's details alone that it does not change, and tells of those that it would", async ({
    tx,
  }) => {
    const { providerId, brett } = await aProviderWith(tx, wardens);
    const billingEmail = "bills@provider.example";
    const shown = { name: "Before", billingEmail, billingPhone: "", city: "" };
    await execute(tx, updateProvider, brett.actor, { providerId, ...shown });
    await execute(tx, updateProvider, brett.actor, { providerId, ...shown, name: "After", shown });
    const late = { providerId, ...shown, billingPhone: "+352 1", shown };
    await execute(tx, updateProvider, brett.actor, late);
    const [row] = await tx.select().from(providers);
    expect(row).toMatchObject({ name: "After", sortName: "after", billingPhone: "+352 1" });
    await expect(execute(tx, updateProvider, brett.actor, { ...late, name: "Mine" })).rejects.toMatchObject(
      overtaken("name", "After"),
    );
    const read = { ...late, name: "Mine", shown: { ...shown, name: "After" } };
    await execute(tx, updateProvider, brett.actor, read);
    expect(await tx.select({ name: providers.name }).from(providers)).toEqual([{ name: "Mine" }]);
  });

  test("leaves an organization's settings alone in the same way", async ({ tx }) => {
    const { organizationId } = await anOrganizationWith(tx, {});
    const { actor } = await aConfirmed(tx, organizationId, "owner", "Olga Owner");
    const shown = { name: "Before", billingEmail: "bills@client.example", language: null };
    await execute(tx, updateOrganization, actor, { organizationId, ...shown });
    await execute(tx, updateOrganization, actor, { organizationId, ...shown, name: "After", shown });
    await execute(tx, updateOrganization, actor, { organizationId, ...shown, language: "fr", shown });
    const settings = { name: "After", language: "fr" };
    expect(await ask(tx, getOrganizationSettings, actor, { organizationId })).toMatchObject(settings);
    const late = { organizationId, ...shown, name: "Mine", shown };
    await expect(execute(tx, updateOrganization, actor, late)).rejects.toMatchObject(
      overtaken("name", "After"),
    );
  });

  test("leaves somebody's profile alone in the same way", async ({ tx }) => {
    const { actor } = await aPerson(tx, "Brett Warden");
    const shown = { name: "Brett Warden", locale: "en" as const };
    await execute(tx, updateProfile, actor, shown);
    await execute(tx, updateProfile, actor, { ...shown, name: "Brett", shown });
    await execute(tx, updateProfile, actor, { ...shown, locale: "fr", shown });
    expect(await tx.select({ name: users.name, locale: users.locale }).from(users)).toEqual([
      { name: "Brett", locale: "fr" },
    ]);
    await expect(
      execute(tx, updateProfile, actor, { ...shown, name: "B. Warden", shown }),
    ).rejects.toMatchObject(overtaken("name", "Brett"));
  });

  test("does not rename what has another name by now", async ({ tx }) => {
    const { providerId, brett } = await aProviderWith(tx, wardens);
    const organizationId = await aClientOf(tx, providerId, { name: "Before", plan: "enterprise_monthly" });
    const client = { providerId, organizationId, shown: { name: "Before" } };
    await execute(tx, renameClient, brett.actor, { ...client, name: "After" });
    await expect(execute(tx, renameClient, brett.actor, { ...client, name: "Mine" })).rejects.toMatchObject(
      overtaken("name", "After"),
    );

    const { actor } = await aConfirmed(tx, organizationId, "owner", "Olga Owner");
    const group = { organizationId, groupId: randomUUID() };
    await execute(tx, createGroup, actor, { ...group, name: "After" });
    await expect(
      execute(tx, renameGroup, actor, { ...group, name: "Mine", shown: { name: "Before" } }),
    ).rejects.toMatchObject(overtaken("name", "After"));
  });

  test("writes no name back, and no colour, that nobody has changed in the form", async ({ tx }) => {
    const { providerId, brett } = await aProviderWith(tx, wardens);
    const organizationId = await aClientOf(tx, providerId, { name: "Before", plan: "enterprise_monthly" });
    const client = { providerId, organizationId, shown: { name: "Before" } };
    await execute(tx, renameClient, brett.actor, { ...client, name: "After" });
    expect(await execute(tx, renameClient, brett.actor, { ...client, name: "Before" })).toMatchObject({
      name: "After",
    });

    const { actor } = await aConfirmed(tx, organizationId, "owner", "Olga Owner");
    const group = { organizationId, groupId: randomUUID() };
    await execute(tx, createGroup, actor, { ...group, name: "After" });
    await execute(tx, renameGroup, actor, { ...group, name: "Before", shown: { name: "Before" } });
    expect(await tx.select({ name: groups.name }).from(groups)).toEqual([{ name: "After" }]);

    const tag = { providerId, tagId: randomUUID() };
    const shown = { name: sealedText(2), color: "teal" } as const;
    await execute(tx, makeTag, brett.actor, { ...tag, ...shown });
    await execute(tx, changeTag, brett.actor, { ...tag, name: shown.name, color: "violet", shown });
    await execute(tx, changeTag, brett.actor, { ...tag, name: sealedText(3), color: "teal", shown });
    expect(await tx.select({ color: providerTags.color }).from(providerTags)).toEqual([{ color: "violet" }]);
  });

  test("does not replace a sealed name that is another one by now", async ({ tx }) => {
    const { providerId, brett } = await aProviderWith(tx, wardens);
    const [before, after, mine] = [sealedText(2), sealedText(3), sealedText(4)];
    const blueprint = { providerId, blueprintId: randomUUID() };
    await execute(tx, saveBlueprint, brett.actor, { ...blueprint, name: before, content: sealedText(20) });
    await execute(tx, renameBlueprint, brett.actor, { ...blueprint, name: after, shown: before });
    const late = { ...blueprint, name: mine, shown: before };
    await expectRefused(tx, renameBlueprint, brett.actor, late, "changed_meanwhile");

    const tag = { providerId, tagId: randomUUID() };
    const shown = { name: before, color: "teal" } as const;
    await execute(tx, makeTag, brett.actor, { ...tag, ...shown });
    await execute(tx, changeTag, brett.actor, { ...tag, name: after, color: "teal", shown });
    const lateTag = { ...tag, name: mine, color: "teal" as const, shown };
    await expectRefused(tx, changeTag, brett.actor, lateTag, "changed_meanwhile");
  });
});
