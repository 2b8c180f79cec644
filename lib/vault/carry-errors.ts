import { transferHandlers } from "comlink";
import { VaultError, type VaultProblem } from "@/lib/vault/errors";

type Thrown = { value: unknown };
type Carried = { vaultProblem: VaultProblem };

const ordinary = transferHandlers.get("throw");

/**
 * Lets `VaultError` cross between page and worker as itself; comlink alone would make a plain `Error` of it.
 * To be called on both sides before the first question. Every other error goes the way comlink sends it.
 */
export function carryVaultErrors(): void {
  if (!ordinary) throw new Error("comlink has no handler for errors");

  transferHandlers.set("throw", {
    canHandle: (value): value is Thrown => ordinary.canHandle(value),
    serialize(thrown: Thrown) {
      const { value } = thrown;
      return value instanceof VaultError ? [{ vaultProblem: value.code }, []] : ordinary.serialize(thrown);
    },
    deserialize(sent: unknown) {
      if (isCarried(sent)) throw new VaultError(sent.vaultProblem);
      return ordinary.deserialize(sent);
    },
  });
}

const isCarried = (sent: unknown): sent is Carried =>
  typeof sent === "object" && sent !== null && "vaultProblem" in sent;
