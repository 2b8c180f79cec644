import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { makeKeyring } from "@/lib/vault/keyring";
import { openProviderKey } from "@/lib/vault/open-provider";
import { sealNewClient } from "@/lib/vault/seal-client";
import { aProviderKey, somebody } from "@/test/vault";

const fifty = Array.from({ length: 50 }, () => randomUUID());

// Fifty RSA pairs take a while on a busy machine.
test("fifty clients made at once in one vault have fifty keys", { timeout: 180_000 }, async () => {
  const { vault, master, keys } = await somebody("brett.warden@provider.example");
  const provider = await aProviderKey(vault, "p");
  const made = await Promise.all(
    fifty.map((organizationId) =>
      sealNewClient(vault, "p", { organizationId, collectionName: organizationId }),
    ),
  );

  const elsewhere = makeKeyring();
  await elsewhere.unlock(master, keys);
  await openProviderKey(elsewhere, "p", provider);
  for (const [i, { keys }] of made.entries())
    await elsewhere.openOrganizationKey(`organization:${fifty[i]}`, {
      ...keys,
      kind: "provider",
      providerId: "p",
      knownOrganizationKey: null,
      successions: [],
    });
  const names = made.map(({ keys }) => keys.collectionName);
  for (const organizationId of fifty) {
    const opened = await elsewhere.openTexts(`organization:${organizationId}`, names);
    expect(opened.filter((name) => name !== null)).toEqual([organizationId]);
  }
});
