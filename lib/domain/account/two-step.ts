import { z } from "zod";
import { WithMailedCode } from "@/lib/domain/account/mailed-code";
import { PasskeyRegistration, PasskeySignature } from "@/lib/domain/account/passkey";
import { PasskeyId } from "@/lib/domain/ids";
import { Name } from "@/lib/domain/names";

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

/** Changing the second step itself takes one: a code, or a signature of a passkey. */
export const WithSecondStep = z.object({
  code: TwoStepCode.nullable().default(null),
  passkey: PasskeySignature.nullable().default(null),
});
export type WithSecondStep = z.output<typeof WithSecondStep>;

/** One beside what is typed otherwise, for an account that takes one already. */
export const withSecondStep = { secondStep: WithSecondStep.default({ code: null, passkey: null }) };

export const ConfirmAuthenticator = z.object({ code: AuthenticatorCode, ...withSecondStep });

export const ConfirmMailedCodes = WithMailedCode.extend(withSecondStep);

export const AddPasskey = z.object({
  name: Name,
  registration: PasskeyRegistration,
  /** Whether the browser says that it evaluates secrets. */
  evaluates: z.boolean(),
  ...withSecondStep,
});

/** How a log-in can take a second step; recovery codes come with each of them. */
export const secondStepMethods = ["authenticator", "passkey", "mail"] as const;
export type SecondStepMethod = (typeof secondStepMethods)[number];

/** One of them that is to be asked for no more: one passkey, or all there is of the others. */
export const RemoveSecondStep = WithSecondStep.extend({
  what: z.union([z.enum(["authenticator", "mail"]), PasskeyId]),
});
