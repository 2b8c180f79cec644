import "server-only";
import type { SecondStepMethod } from "@/lib/domain/account/two-step";
import type { Failure } from "@/lib/http/result";

/** The numbers of the wire, for ours and for two more that an app can name. Protocol chapter 0.6. */
const providers = { authenticator: "0", mail: "1", passkey: "7" } as const satisfies Record<
  SecondStepMethod,
  string
>;
export const remembered = "5";

/** What a code can be of: an authenticator, a mail, or one of the recovery codes. */
export const takesCode = (provider: string): boolean =>
  provider === providers.authenticator || provider === providers.mail || provider === "8";

/** `al***@ex******.com`: enough to know one's own address again. */
function obscured(email: string): string {
  const stars = (text: string, shown: number) =>
    text.slice(0, shown) + "*".repeat(Math.max(3, text.length - shown));
  const [name = "", domain = ""] = email.split("@");
  const dot = domain.lastIndexOf(".");
  return `${stars(name, 2)}@${stars(domain.slice(0, dot), 2)}${domain.slice(dot)}`;
}

/** What an app is answered that has proven the master password and has to show a second step. Protocol chapter 4.5. */
export function twoStepChallenge({ values = {} }: Failure) {
  const email = `${values.email}`;
  const facts: Record<SecondStepMethod, () => unknown> = {
    authenticator: () => null,
    mail: () => ({ Email: obscured(email) }),
    passkey: () => JSON.parse(`${values.passkey}`),
  };
  const methods = `${values.methods}`.split(" ") as SecondStepMethod[];
  const offered = Object.fromEntries(methods.map((method) => [providers[method], facts[method]()]));
  return {
    error: "invalid_grant",
    error_description: "Two factor required.",
    TwoFactorProviders: Object.keys(offered),
    TwoFactorProviders2: offered,
    Email: email,
    MasterPasswordPolicy: { Object: "masterPasswordPolicy" },
  };
}
