import type { EncString } from "@/lib/crypto/types";
import type { ActionResult } from "@/lib/http/result";
import type { KnownKey } from "@/lib/vault/served";
import type { Vault } from "@/lib/vault/vault";

export type RememberKey = (input: { subject: string; record: EncString }) => Promise<ActionResult<unknown>>;

/** Tells that this account has taken a key that came after another one. */
export type NoteAdoptedKey = (input: {
  organizationId: string;
  organizationKeyId: string;
}) => Promise<ActionResult<unknown>>;

/**
 * The vault, with the server as a second memory. When the vault remembers a key for the first time, the record
 * is sent to the server for the account's other devices. Nothing waits for that. A record that does not arrive
 * is sent when the key is opened the next time.
 */
export function rememberingVault<Kind extends Vault>(
  vault: Kind,
  rememberKey: RememberKey,
  noteAdoptedKey: NoteAdoptedKey,
): Kind {
  const noted = (known: KnownKey | null) => {
    if (known) rememberKey({ subject: known.subject, record: known.record }).catch(() => {});
    return known;
  };

  return {
    ...vault,
    async remember(known) {
      await vault.remember(known);
      noted(known);
    },
    openProviderKey: async (...given) => noted(await vault.openProviderKey(...given)),
    async openOrganizationKey(ref, served) {
      const known = noted(await vault.openOrganizationKey(ref, served));
      const { organizationKeyId } = served;
      if (known?.cameAfter)
        noteAdoptedKey({ organizationId: ref.slice("organization:".length), organizationKeyId }).catch(
          () => {},
        );
      return known;
    },
    async sealKeyFor(...given) {
      const { sealed, known } = await vault.sealKeyFor(...given);
      return { sealed, known: noted(known) };
    },
    async rememberCompared(person) {
      const known = await vault.rememberCompared(person);
      noted(known);
      return known;
    },
  };
}
