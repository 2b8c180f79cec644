import { KeyRefused } from "@/components/vault/hold-key";
import type { PublicKey } from "@/lib/crypto/types";
import type { OpenedRecovery } from "@/lib/operations/recovery/open-recovery";
import type { Vault } from "@/lib/vault/vault";

type Served = Pick<OpenedRecovery, "publicKey" | "person">;

/**
 * Whether the phrase of a member's key has to be compared before their account is recovered: this account remembers
 * nothing of it, so whose key the server has handed out is known to nobody. A key can only be recovered together with
 * its own private key, so whoever has the right one has the right account.
 *
 * @param compared the key whose phrase was compared just now.
 * @throws {KeyRefused} `recovery_key_differs` when another key of theirs is remembered.
 */
export async function isToCompare(
  vault: Vault,
  { publicKey, person }: Served,
  compared: PublicKey | null,
): Promise<boolean> {
  const member = { ...person, publicKey };
  if ((await vault.formerKeyOf(member)) !== null) throw new KeyRefused({ code: "recovery_key_differs" });
  if (publicKey === compared || (await vault.isKnown(member))) return false;
  return !(await vault.isCompared(member));
}
