/** What a passkey is asked to sign for. */
export const passkeyPurposes = ["add", "log_in", "unlock", "prove"] as const;
export type PasskeyPurpose = (typeof passkeyPurposes)[number];

/** How long an authenticator has to sign. */
export const passkeyMinutes = 5;

/** Most passkeys of one account. */
export const passkeysAtMost = 10;
