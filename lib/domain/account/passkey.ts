import { z } from "zod";
import { PasskeyId } from "@/lib/domain/ids";
import { Name } from "@/lib/domain/names";
import { encString } from "@/lib/domain/sealed";

/** What a passkey is asked to sign for. A signature for one thing is worth nothing for another. */
export type PasskeyPurpose = "add" | "log_in" | "unlock" | "prove";

/** How long an authenticator has to sign. */
export const passkeyMinutes = 5;

/** Most passkeys of one account. */
export const passkeysAtMost = 10;

const base64url = (limit: number) =>
  z
    .string()
    .max(limit)
    .regex(/^[\w-]+$/u);

// What an authenticator evaluates is a secret, and the browser takes it out before it posts. Were it left in by
// mistake, nothing of it comes further than this.
const noExtensionResults = z.unknown().transform(() => ({}));

const credential = { id: base64url(1400), rawId: base64url(1400), type: z.literal("public-key") };

/** What an authenticator answers when it makes a passkey. WebAuthn level 3, RegistrationResponseJSON. */
export const PasskeyRegistration = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: base64url(4000),
    attestationObject: base64url(20_000),
    transports: z
      .array(
        z
          .string()
          .max(20)
          .regex(/^[a-z-]+$/u),
      )
      .max(8)
      .default([]),
  }),
  clientExtensionResults: noExtensionResults,
});

/** What an authenticator answers when it signs. WebAuthn level 3, AuthenticationResponseJSON. */
export const PasskeySignature = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: base64url(4000),
    authenticatorData: base64url(2000),
    signature: base64url(8000),
    userHandle: base64url(200).optional(),
  }),
  clientExtensionResults: noExtensionResults,
});
export type PasskeySignature = z.output<typeof PasskeySignature>;

export const PasskeyTarget = z.object({ passkeyId: PasskeyId });

export const RenamePasskey = PasskeyTarget.extend({ name: Name });

/** The user key, sealed under what the passkey evaluates, and the signature that came with it. */
export const LetPasskeyUnlock = z.object({ signature: PasskeySignature, userKeyForPasskey: encString(1000) });

export const UnlockWithPasskey = z.object({ signature: PasskeySignature });
