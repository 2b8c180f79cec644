import type { SigningOptions } from "@/components/vault/passkey-device";
import { type SecondStepMethod, secondStepMethods } from "@/lib/domain/account/two-step";
import type { Failure } from "@/lib/http/result";

/** Which second steps a log-in can take, and what a passkey is to sign where there is one. */
export type AskedStep = { methods: SecondStepMethod[]; toSign: SigningOptions | null };

/** Reads them from a log-in that was answered with `code_needed`. */
export function askedStepIn({ values }: Failure): AskedStep {
  const named = String(values?.methods ?? "").split(" ");
  return {
    methods: secondStepMethods.filter((method) => named.includes(method)),
    // The server has written it, as the browser is to be asked.
    toSign: typeof values?.passkey === "string" ? (JSON.parse(values.passkey) as SigningOptions) : null,
  };
}
