import { randomUUID } from "node:crypto";
import { openVault, type VaultContents } from "@/components/items/open-vault";
import { openOnce } from "@/components/vault/open-once";
import { ItemId } from "@/lib/domain/ids";
import { defaultKdf } from "@/lib/domain/kdf";
import { makeKeyring } from "@/lib/vault/keyring";
import { resealItem, sealItem } from "@/lib/vault/seal-item";
import type { Vault } from "@/lib/vault/vault";

const count = 10_000;

const login = (name: string) => ({
  type: "login" as const,
  name,
  notes: null,
  data: {
    username: "brett.warden@provider.example",
    password: "pass-phrase-of-one-host",
    totp: null,
    uris: [{ uri: "https://host.client.example/sign-in", match: null }],
  },
});

/** The vault, and what it was asked to open since it was last read. */
function counting(vault: Vault) {
  let asked = { items: 0, secrets: 0 };
  const watched: Vault = {
    ...vault,
    async openItems(ref, items) {
      asked.items += items.length;
      asked.secrets += items.filter(({ open }) => "password" in open || "totp" in open).length;
      return vault.openItems(ref, items);
    },
  };
  const read = () => {
    const since = asked;
    asked = { items: 0, secrets: 0 };
    return since;
  };
  return { watched, read };
}

/** A person's vault of `count` items of their own, as the server has it. */
async function aVault(vault: Vault) {
  const rows = [];
  for (let i = 0; i < count; i++)
    rows.push({
      ...(await sealItem(vault, "user", login(`Host ${i}`))),
      id: ItemId.parse(randomUUID()),
      organizationId: null,
      revisedAt: new Date(0),
      may: { edit: true, delete: true, reveal: true },
    });
  return rows;
}

/** Saves one item in a vault of 10,000, and opens what the server then answers with: the whole vault anew. */
export async function run() {
  const vault = makeKeyring();
  await vault.makeAccount({ email: "brett@provider.example", password: "a ring of keys", kdf: defaultKdf });
  const { watched, read } = counting(vault);
  const openings = openOnce(watched);
  const items = await aVault(vault);
  const answer = (rows: typeof items): VaultContents =>
    structuredClone({ userId: "me", memberships: [], collections: [], entries: [], items: rows });
  const timed = async (rows: typeof items) => {
    await openings.opened(answer(rows), openVault);
    return read();
  };

  const first = await timed(items);
  const [one, ...others] = items;
  if (!one) throw new Error("the vault has items");
  const saved = { ...one, ...(await resealItem(vault, "user", one.key, login("Another name"))) };
  const second = await timed([saved, ...others]);
  const sentence = (when: string, { items: opened, secrets }: typeof first) =>
    `${when}: items opened: ${opened}, passwords opened: ${secrets}`;
  return {
    lines: [
      sentence(`the first look at a vault of ${count}`, first),
      sentence("after a save in it", second),
      "limits: every item once, one item after a save, no password",
    ],
    ok: first.items === count && second.items === 1 && first.secrets + second.secrets === 0,
  };
}
