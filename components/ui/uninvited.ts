/**
 * For a field in which no browser and no password manager is to fill in anything, or to keep anything of it. Each
 * manager has a sign of its own: 1Password, Bitwarden, LastPass, Dashlane, Proton Pass.
 */
export const uninvited = {
  autoComplete: "off",
  "data-1p-ignore": "true",
  "data-bwignore": "true",
  "data-lpignore": "true",
  "data-form-type": "other",
  "data-protonpass-ignore": "true",
} as const;

/**
 * The same for a secret. `off` is not heeded there, and `new-password` has a password made and kept. What is of use
 * once is left alone.
 */
export const uninvitedSecret = { ...uninvited, autoComplete: "one-time-code" } as const;
