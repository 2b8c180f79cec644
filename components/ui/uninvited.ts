/**
 * Attributes of a field that browsers and password managers must not fill in, and whose contents they must not
 * keep. Each manager has an attribute of its own: 1Password, Bitwarden, LastPass, Dashlane, Proton Pass.
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
 * The same for a secret. Browsers do not obey `off` there, and with `new-password` they offer to make and keep
 * a password. They leave a one-time code alone.
 */
export const uninvitedSecret = { ...uninvited, autoComplete: "one-time-code" } as const;
