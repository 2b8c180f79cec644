import { z } from "zod";

/** How many recovery codes there are at once. */
export const recoveryCodeCount = 10;

/** How long a browser that was remembered is not asked for a code. */
export const rememberedDays = 30;

/** Seconds of one code, its digits, and how many steps before and after the present one are taken. RFC 6238. */
export const totp = { period: 30, digits: 6, algorithm: "SHA1", window: 1 } as const;

/** What somebody types: spaces and hyphens are for reading only. */
const typed = z
  .string()
  .max(100)
  .transform((text) => text.replace(/[\s-]/gu, "").toLowerCase());

/** Six digits of an authenticator app. */
export const AuthenticatorCode = typed.pipe(z.string().regex(/^\d{6}$/u, { error: "not_six_digits" }));

/** Those, or a recovery code of sixteen letters and digits. */
export const TwoStepCode = typed.pipe(z.string().regex(/^(?:\d{6}|[a-z2-7]{16})$/u, { error: "not_a_code" }));

export const ConfirmAuthenticator = z.object({ code: AuthenticatorCode });

/** Turning two-step login off, or replacing its recovery codes, takes a code itself. */
export const WithCode = z.object({ code: TwoStepCode });
