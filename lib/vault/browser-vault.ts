import "client-only";
import { type Remote, wrap } from "comlink";
import { carryVaultErrors } from "@/lib/vault/carry-errors";
import { VaultError } from "@/lib/vault/errors";
import type { Vault } from "@/lib/vault/vault";

type Session = { worker: Worker; vault: Remote<Vault> };

/**
 * The browser's vault: a dedicated worker holds the keys, and this asks it. The worker starts with the first
 * question. `lock` ends it, and every key with it; questions still open then reject with `locked`, and the
 * next question starts a new worker, which holds nothing.
 */
export function openBrowserVault(): Vault {
  let session: Session | null = null;
  const unanswered = new Set<(reason: VaultError) => void>();

  const start = (): Session => {
    carryVaultErrors();
    const worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
    worker.addEventListener("error", end);
    return { worker, vault: wrap<Vault>(worker) };
  };

  const end = () => {
    session?.worker.terminate();
    session = null;
    for (const reject of unanswered) reject(new VaultError("locked"));
    unanswered.clear();
  };

  const ask = <Answer>(question: (vault: Remote<Vault>) => Promise<Answer>): Promise<Answer> =>
    new Promise((resolve, reject) => {
      session ??= start();
      unanswered.add(reject);
      question(session.vault)
        .then(resolve, reject)
        .finally(() => unanswered.delete(reject));
    });

  return {
    makeAccount: (...given) => ask((vault) => vault.makeAccount(...given)),
    deriveAuthentication: (...given) => ask((vault) => vault.deriveAuthentication(...given)),
    unlockAfterSignIn: (...given) => ask((vault) => vault.unlockAfterSignIn(...given)),
    unlock: (...given) => ask((vault) => vault.unlock(...given)),
    changeMasterPassword: (...given) => ask((vault) => vault.changeMasterPassword(...given)),
    lock: async () => end(),
    holds: async (...given) => session !== null && ask((vault) => vault.holds(...given)),
    drop: (...given) => ask((vault) => vault.drop(...given)),
    makeProviderKey: (...given) => ask((vault) => vault.makeProviderKey(...given)),
    makeOrganizationKey: (...given) => ask((vault) => vault.makeOrganizationKey(...given)),
    remember: (...given) => ask((vault) => vault.remember(...given)),
    openProviderKey: (...given) => ask((vault) => vault.openProviderKey(...given)),
    openOrganizationKey: (...given) => ask((vault) => vault.openOrganizationKey(...given)),
    organizationKeyId: async (...given) =>
      session === null ? null : ask((vault) => vault.organizationKeyId(...given)),
    sealKeyFor: (...given) => ask((vault) => vault.sealKeyFor(...given)),
    sealTexts: (...given) => ask((vault) => vault.sealTexts(...given)),
    openTexts: (...given) => ask((vault) => vault.openTexts(...given)),
    openItems: (...given) => ask((vault) => vault.openItems(...given)),
    sealItem: (...given) => ask((vault) => vault.sealItem(...given)),
    resealItem: (...given) => ask((vault) => vault.resealItem(...given)),
  };
}
