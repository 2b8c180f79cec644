import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { providerOrganizations } from "@/db/schema/provider-organizations";
import { getOrganizationKey } from "@/lib/operations/key/get-organization-key";
import { ask } from "@/lib/operations/query";
import { test } from "@/test/database";
import { anOrganizationWith, aProviderWithAdmin, aVisit } from "@/test/organization";

test("a visitor for whom no owner has sealed the next key, and no colleague has kept it, is told so", async ({
  tx,
}) => {
  const provider = await aProviderWithAdmin(tx);
  const { organizationId } = await anOrganizationWith(tx, { provider });
  await aVisit(tx, organizationId, provider.providerId, provider.admin);
  const served = () => ask(tx, getOrganizationKey, provider.admin.actor, { organizationId });
  expect(await served()).toMatchObject({ kind: "provider" });
  await tx
    .update(providerOrganizations)
    .set({ organizationKeyForProvider: null })
    .where(eq(providerOrganizations.organizationId, organizationId));
  await expect(served()).rejects.toMatchObject({ refusal: "key_not_handed_over" });
});
