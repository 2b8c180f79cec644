import type { SecondStepMethod } from "@/lib/domain/account/two-step";

/** Which codes an account can be given, as a key of `auth.code`. Recovery codes are always among them. */
export function codeHint(methods: readonly SecondStepMethod[]): "hint" | "hintMail" | "hintRecovery" {
  if (methods.includes("authenticator")) return "hint";
  return methods.includes("mail") ? "hintMail" : "hintRecovery";
}
