import { beforeEach, describe, expect, test } from "vitest";
import { makeKeyring } from "@/lib/vault/keyring";
import { openOrganizationKey } from "@/lib/vault/open-organization";
import { openProviderKey } from "@/lib/vault/open-provider";
import { aClientKey, aProviderKey, recipient, somebody } from "@/test/vault";

const [ref, genuine, madeUp] = ["organization:one", "provider:p", "provider:m"] as const;
const refused = expect.objectContaining({ name: "VaultError", code: "key_not_vouched" });

type Somebody = Awaited<ReturnType<typeof somebody>>;

const withoutRecords = <Served extends object>(served: Served) => ({
  ...served,
  knownProviderKey: null,
  knownOrganizationKey: null,
});

let [brett, betty, server]: Somebody[] = [];
let team: Awaited<ReturnType<typeof aProviderKey>>;
let one: Awaited<ReturnType<typeof aClientKey>>["served"];
let ofServer: Awaited<ReturnType<typeof aClientKey>>["served"];
let forged: typeof ofServer;

/** What a server can make for somebody whose public key it knows: a provider, and a key of the client under that one's. */
beforeEach(async () => {
  brett = await somebody("brett.warden@provider.example");
  betty = await somebody("betty.warden@provider.example");
  server = await somebody("mallory@server.example");
  const provider = await aProviderKey(brett.vault, "p");
  one = (await aClientKey(brett.vault, "p", "one", provider)).served;
  const { sealed } = await brett.vault.sealKeyFor(genuine, recipient("betty", betty.keys));
  team = { ...provider, providerKeyForMember: sealed, knownProviderKey: null };
  await openProviderKey(betty.vault, "p", team);
  ofServer = (await aClientKey(server.vault, "m", "one", await aProviderKey(server.vault, "m"))).served;
  const { sealed: forBetty } = await server.vault.sealKeyFor(madeUp, recipient("betty", betty.keys));
  forged = withoutRecords({ ...ofServer, providerKeyForMember: forBetty });
});

/** The server's own key of the client, as if an owner had handed it over. */
async function handedOver() {
  const { sealed } =
    (await server?.vault.sealKeyFor(ref, recipient("betty", (betty as Somebody).keys))) ?? {};
  if (!sealed) throw new Error("the server holds its own key");
  const key = { kind: "handed_over" as const, providerId: "p", organizationKeyForStaff: sealed };
  return { ...withoutRecords(ofServer), ...key };
}

describe("a key that came from under the key of a made-up provider", () => {
  test.each(["at once", "after a lock", "in another browser"])(
    "is not passed on under the genuine one's: %s",
    async (when) => {
      const { vault: first, master, keys } = betty as Somebody;
      await openProviderKey(first, "m", forged);
      const known = await first.openOrganizationKey(ref, forged);
      if (when === "after a lock") await first.unlock(master, keys);
      const isElsewhere = when === "in another browser";
      const vault = isElsewhere ? makeKeyring() : first;
      if (isElsewhere) await vault.unlock(master, keys);
      await vault.drop(ref);
      const knownOrganizationKey = isElsewhere ? (known?.record ?? null) : null;
      await openOrganizationKey(vault, "one", { ...(await handedOver()), knownOrganizationKey });
      await openProviderKey(vault, "p", team);
      await expect(vault.sealKeyUnder(genuine, ref)).rejects.toEqual(refused);
      await expect(vault.sealKeyUnder(genuine, ref, true)).rejects.toEqual(refused);
    },
  );
});

describe("under the key of a made-up provider", () => {
  test("no key is sealed that the account knows from another, nor the one that comes after it", async () => {
    const { vault } = betty as Somebody;
    await openOrganizationKey(vault, "one", withoutRecords({ ...one, ...team }));
    await openProviderKey(vault, "m", forged);
    await vault.makeNextKey("next:r", ref);
    for (const key of [ref, "next:r"] as const) {
      await expect(vault.sealKeyUnder(madeUp, key)).rejects.toEqual(refused);
      await vault.sealKeyUnder(genuine, key);
    }
  });

  test("no key is sealed that the account has made, unless its person has chosen that provider", async () => {
    const { vault, keys } = brett as Somebody;
    const { organizationKeyForMember, known, ...pair } = await vault.makeOwnOrganizationKey(
      "organization:own",
      [],
    );
    await vault.remember(known);
    await vault.openOrganizationKey("organization:own", {
      ...pair,
      kind: "member",
      organizationKeyId: "k",
      organizationKeyForMember,
      knownOrganizationKey: known.record,
      successions: [],
    });
    const { sealed } = (await server?.vault.sealKeyFor(madeUp, recipient("brett", keys))) ?? {};
    if (!sealed) throw new Error("the server holds its own key");
    await openProviderKey(vault, "m", { ...forged, providerKeyForMember: sealed });
    await vault.makeNextKey("next:own", "organization:own");
    await expect(vault.sealKeyUnder(madeUp, "organization:own")).rejects.toEqual(refused);
    await expect(vault.sealKeyUnder(madeUp, "next:own")).rejects.toEqual(refused);
    await vault.sealKeyUnder(madeUp, "organization:own", true);
  });
});

test("where nobody knows a handed-over key, whoever replaces it seals the next one for the team", async () => {
  const { vault } = betty as Somebody;
  await openOrganizationKey(vault, "one", await handedOver());
  await expect(vault.sealKeyUnder(genuine, ref)).rejects.toEqual(refused);
  await vault.makeNextKey("next:r", ref);
  await vault.sealKeyUnder(genuine, "next:r");
});
