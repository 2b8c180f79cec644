import "client-only";
import { type Endpoint, type Remote, transfer, wrap } from "comlink";
import { batchOfItems, readAnswers } from "@/lib/crypto/batch";
import type { Bytes } from "@/lib/crypto/types";
import { carryVaultErrors } from "@/lib/vault/carry-errors";
import { isLocked, VaultError } from "@/lib/vault/errors";
import { onDeath } from "@/lib/vault/life";
import type { TabVault } from "@/lib/vault/tab-vault";

export interface BrowserVault extends TabVault {
  /** To be called when another tab has locked: a worker of this tab's own ends too, a shared one has locked already. */
  lockedElsewhere(): void;
}

type Line = { vault: Remote<TabVault>; hangUp: () => void };

const isShared = () => typeof SharedWorker === "function";

/**
 * The browser's vault: a worker holds the keys, and this asks it. All tabs share one worker where the browser
 * has shared workers; elsewhere each tab has its own. It starts with the first question. Locking answers every
 * open question with `locked`.
 *
 * @param onLocked called whenever the keys turn out to be gone: an answer was `locked`, or the worker is dead.
 */
export function openBrowserVault(onLocked: () => void): BrowserVault {
  let line: Line | null = null;
  const unanswered = new Set<(reason: VaultError) => void>();

  const start = (): Line => {
    carryVaultErrors();
    const over = new AbortController();
    const broken = () => {
      if (over.signal.aborted) return;
      end();
      onLocked();
    };
    const { endpoint, close } = isShared() ? sharedWorker(broken) : ownWorker(broken);
    const hangUp = () => {
      over.abort();
      close();
    };
    const vault = wrap<TabVault>(endpoint);
    void vault.life().then((name) => onDeath(name, over.signal, broken));
    return { vault, hangUp };
  };

  const rejectAll = () => {
    for (const reject of unanswered) reject(new VaultError("locked"));
    unanswered.clear();
  };

  const end = () => {
    line?.hangUp();
    line = null;
    rejectAll();
  };

  const ask = <Answer>(question: (vault: Remote<TabVault>) => Promise<Answer>): Promise<Answer> =>
    new Promise<Answer>((resolve, reject) => {
      line ??= start();
      unanswered.add(reject);
      question(line.vault)
        .then(resolve, reject)
        .finally(() => unanswered.delete(reject));
    }).catch((error: unknown) => {
      if (isLocked(error)) onLocked();
      throw error;
    });

  /** Whether a worker may be open that this tab has not spoken to: then asking is the way to know. */
  const isSilent = () => line === null && !isShared();

  return {
    isOpen: async () => !isSilent() && ask((vault) => vault.isOpen()),
    claim: (...given) => ask((vault) => vault.claim(...given)),
    attach: async (...given) => !isSilent() && ask((vault) => vault.attach(...given)),
    life: () => ask((vault) => vault.life()),
    lockedElsewhere() {
      if (isShared()) rejectAll();
      else end();
    },
    async lock() {
      if (!isShared()) return end();
      rejectAll();
      await ask((vault) => vault.lock());
    },
    makeAccount: (...given) => ask((vault) => vault.makeAccount(...given)),
    deriveAuthentication: (...given) => ask((vault) => vault.deriveAuthentication(...given)),
    proveMasterPassword: (...given) => ask((vault) => vault.proveMasterPassword(...given)),
    confirmMasterPassword: (...given) => ask((vault) => vault.confirmMasterPassword(...given)),
    unlockAfterSignIn: (...given) => ask((vault) => vault.unlockAfterSignIn(...given)),
    unlock: (...given) => ask((vault) => vault.unlock(...given)),
    changeMasterKey: (...given) => ask((vault) => vault.changeMasterKey(...given)),
    rememberDerivation: (...given) => ask((vault) => vault.rememberDerivation(...given)),
    sealForReload: (...given) => ask((vault) => vault.sealForReload(...given)),
    sealForPasskey: (...given) => ask((vault) => vault.sealForPasskey(...given)),
    unlockWithPasskey: (...given) => ask((vault) => vault.unlockWithPasskey(...given)),
    reopen: (...given) => ask((vault) => vault.reopen(...given)),
    publicKey: (...given) => ask((vault) => vault.publicKey(...given)),
    holds: async (...given) => !isSilent() && ask((vault) => vault.holds(...given)),
    drop: (...given) => ask((vault) => vault.drop(...given)),
    makeProviderKey: (...given) => ask((vault) => vault.makeProviderKey(...given)),
    makeOrganizationKey: (...given) => ask((vault) => vault.makeOrganizationKey(...given)),
    makeOwnOrganizationKey: (...given) => ask((vault) => vault.makeOwnOrganizationKey(...given)),
    remember: (...given) => ask((vault) => vault.remember(...given)),
    forgetUnreadable: (...given) => ask((vault) => vault.forgetUnreadable(...given)),
    openProviderKey: (...given) => ask((vault) => vault.openProviderKey(...given)),
    openOrganizationKey: (...given) => ask((vault) => vault.openOrganizationKey(...given)),
    organizationKeyId: async (...given) =>
      isSilent() ? null : ask((vault) => vault.organizationKeyId(...given)),
    formerKeyOf: (...given) => ask((vault) => vault.formerKeyOf(...given)),
    isKnown: (...given) => ask((vault) => vault.isKnown(...given)),
    acceptKey: (...given) => ask((vault) => vault.acceptKey(...given)),
    isCompared: (...given) => ask((vault) => vault.isCompared(...given)),
    rememberCompared: (...given) => ask((vault) => vault.rememberCompared(...given)),
    sealKeyFor: (...given) => ask((vault) => vault.sealKeyFor(...given)),
    sealTexts: (...given) => ask((vault) => vault.sealTexts(...given)),
    openTexts: (...given) => ask((vault) => vault.openTexts(...given)),
    openItems: async (ref, items) =>
      readAnswers(items, await ask((vault) => vault.openBatch(ref, batchOfItems(items)))),
    openBatch: (...given) => ask((vault) => vault.openBatch(...given)),
    sealBlob: (ref, about, plain) => ask((vault) => vault.sealBlob(ref, about, handedOver(plain))),
    openBlob: (ref, about, blob) => ask((vault) => vault.openBlob(ref, about, handedOver(blob))),
    sealFile: (...given) => ask((vault) => vault.sealFile(...given)),
    openFile: (...given) => ask((vault) => vault.openFile(...given)),
    sealItem: (...given) => ask((vault) => vault.sealItem(...given)),
    sealUnderPassword: (...given) => ask((vault) => vault.sealUnderPassword(...given)),
    sealItems: (...given) => ask((vault) => vault.sealItems(...given)),
    resealItem: (...given) => ask((vault) => vault.resealItem(...given)),
    makeNextKey: (...given) => ask((vault) => vault.makeNextKey(...given)),
    takeUpNextKey: (...given) => ask((vault) => vault.takeUpNextKey(...given)),
    resealTexts: (...given) => ask((vault) => vault.resealTexts(...given)),
    resealItems: (...given) => ask((vault) => vault.resealItems(...given)),
    sealKeyUnder: (...given) => ask((vault) => vault.sealKeyUnder(...given)),
    resealEnrolments: (...given) => ask((vault) => vault.resealEnrolments(...given)),
    resealKnown: (...given) => ask((vault) => vault.resealKnown(...given)),
    sealNextUserKey: (...given) => ask((vault) => vault.sealNextUserKey(...given)),
    enrol: (...given) => ask((vault) => vault.enrol(...given)),
    recover: (...given) => ask((vault) => vault.recover(...given)),
  };
}

/** Megabytes are moved, and not copied: whoever gave them has them no longer. */
const handedOver = (bytes: Bytes): Bytes => transfer(bytes, [bytes.buffer]);

/** How to speak to a worker, and how to stop. */
type Worked = { endpoint: Endpoint; close: () => void };

function sharedWorker(broken: () => void): Worked {
  const worker = new SharedWorker(new URL("./worker.ts", import.meta.url), {
    type: "module",
    name: "trousseau-vault",
  });
  worker.addEventListener("error", broken);
  worker.port.addEventListener("messageerror", broken);
  return { endpoint: worker.port, close: () => worker.port.close() };
}

function ownWorker(broken: () => void): Worked {
  const worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
  for (const sign of ["error", "messageerror"]) worker.addEventListener(sign, broken);
  return { endpoint: worker, close: () => worker.terminate() };
}
