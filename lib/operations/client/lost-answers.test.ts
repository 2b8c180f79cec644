import { randomUUID } from "node:crypto";
import { expect } from "vitest";
import { once } from "@/components/forms/once";
import type { Tx } from "@/db/client";
import { organizations } from "@/db/schema/organizations";
import { type Actor, operatorActor } from "@/lib/domain/actor";
import { OrganizationId } from "@/lib/domain/ids";
import { inviteProvider } from "@/lib/operations/admin/invite-provider";
import { createClient } from "@/lib/operations/client/create-client";
import { execute } from "@/lib/operations/command";
import { getOrganizationKey } from "@/lib/operations/key/get-organization-key";
import { getProviderKey } from "@/lib/operations/key/get-provider-key";
import { setUpProvider } from "@/lib/operations/provider/set-up-provider";
import { ask } from "@/lib/operations/query";
import { enterClient } from "@/lib/operations/visit/enter-client";
import { makeKeyring } from "@/lib/vault/keyring";
import { openOrganizationKey } from "@/lib/vault/open-organization";
import { openProviderKey } from "@/lib/vault/open-provider";
import { sealNewClient } from "@/lib/vault/seal-client";
import { sealNewProvider } from "@/lib/vault/seal-provider";
import { test } from "@/test/database";
import { tokenMailedTo } from "@/test/mails";
import { aPerson } from "@/test/people";
import { somebody } from "@/test/vault";

const email = "brett@provider.example";
const operator = operatorActor();

/** A set-up form as the browser fills it, whose first answer is lost: what it seals, it seals once. */
async function aProviderSetUpBy(tx: Tx) {
  const brett = await somebody(email);
  const { actor } = await aPerson(tx, "Brett Warden", { email, ...brett.keys });
  const invitation = { email, name: "My Provider", teamsSeats: 75, enterpriseSeats: 0 };
  const { providerId } = await execute(tx, inviteProvider, operator, invitation);
  const token = await tokenMailedTo(tx, email);

  const makeKey = once(sealNewProvider);
  const send = async () => {
    const { providerKeyForMember, known } = await makeKey(brett.vault, providerId);
    const details = { name: "My Provider", billingEmail: email };
    await execute(tx, setUpProvider, actor, { ...details, token, providerKeyForMember });
    return known;
  };
  await send();
  await brett.vault.remember(await send());
  await openProviderKey(brett.vault, providerId, await ask(tx, getProviderKey, actor, { providerId }));
  return { ...brett, actor, providerId };
}

type Provider = Awaited<ReturnType<typeof aProviderSetUpBy>>;

/** A form for a new client: it has an id from the start, and makes its keys once. */
function aClientForm({ vault, providerId }: Provider, tx: Tx, actor: Actor) {
  const organizationId = OrganizationId.parse(randomUUID());
  const makeKeys = once(sealNewClient);
  const send = async () => {
    const collectionName = `Collection of ${organizationId}`;
    const { keys, known } = await makeKeys(vault, providerId, { organizationId, collectionName });
    const typed = {
      plan: "teams_monthly" as const,
      name: "Client",
      seats: 1,
      ownerEmail: `o@${organizationId}.example`,
    };
    await execute(tx, createClient, actor, { ...typed, providerId, organizationId, ...keys });
    return { known, collectionName: keys.collectionName };
  };
  return { organizationId, send };
}

/** What another browser of the same person opens of a client: its key, from the server, and a name under it. */
async function openElsewhere(tx: Tx, { master, keys, actor }: Provider) {
  const vault = makeKeyring();
  await vault.unlock(master, keys);
  return async (organizationId: OrganizationId, sealed: Parameters<typeof vault.openTexts>[1]) => {
    await execute(tx, enterClient, actor, { organizationId });
    const key = await ask(tx, getOrganizationKey, actor, { organizationId });
    await openOrganizationKey(vault, organizationId, key);
    return vault.openTexts(`organization:${organizationId}`, sealed);
  };
}

// It makes several RSA pairs, which take a while on a busy machine.
const patience = { timeout: 120_000 };

test(
  "with each answer lost once, the next client is under the right key, and made once",
  patience,
  async ({ tx }) => {
    const provider = await aProviderSetUpBy(tx);
    const { vault, actor } = provider;
    const open = await openElsewhere(tx, provider);
    for (let client = 1; client <= 2; client++) {
      const { organizationId, send } = aClientForm(provider, tx, actor);
      await send();
      const { known, collectionName } = await send();
      await vault.remember(known);
      expect(await open(organizationId, [collectionName])).toEqual([`Collection of ${organizationId}`]);
      const key = await ask(tx, getOrganizationKey, actor, { organizationId });
      await openOrganizationKey(vault, organizationId, key);
      expect(await tx.$count(organizations)).toBe(client);
    }
  },
);
