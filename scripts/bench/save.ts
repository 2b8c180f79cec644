import { type OpenedVault, openVault, type VaultContents } from "@/components/items/open-vault";
import { type Open, openOnce } from "@/components/vault/open-once";
import { defaultKdf } from "@/lib/domain/kdf";
import { makeKeyring } from "@/lib/vault/keyring";
import { resealItem } from "@/lib/vault/seal-item";
import { aLogin, aSealedRow, countingVault } from "@/test/vault";

const count = 10_000;

const openAll: Open<VaultContents, OpenedVault> = (vault, sealed, last) => openVault(vault, sealed, last);

/** Saves one item in a vault of 10,000, and opens what the server then answers with: the whole vault anew. */
export async function run() {
  const vault = makeKeyring();
  await vault.makeAccount({ email: "brett@provider.example", password: "a ring of keys", kdf: defaultKdf });
  const { watched, read } = countingVault(vault);
  const openings = openOnce(watched);
  const items: Awaited<ReturnType<typeof aSealedRow>>[] = [];
  for (let i = 0; i < count; i++) items.push(await aSealedRow(vault, `Host ${i}`));
  const answer = (rows: typeof items): VaultContents =>
    structuredClone({
      userId: "me",
      memberships: [],
      folders: [],
      collections: [],
      entries: [],
      items: rows,
    });
  const timed = async (rows: typeof items) => {
    await openings.opened(answer(rows), openAll);
    return read();
  };

  const first = await timed(items);
  const [one, ...others] = items;
  if (!one) throw new Error("the vault has items");
  const saved = { ...one, ...(await resealItem(vault, "user", one.key, aLogin("Another name"))) };
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
