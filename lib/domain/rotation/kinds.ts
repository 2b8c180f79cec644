/** What is sealed under an organization's key, in the order in which it is sealed anew. */
export const organizationKinds = ["item", "collection", "member", "provider", "staff"] as const;

/** What is sealed under a user key. An enrolment is the user key itself, sealed to an organization. */
export const accountKinds = ["item", "folder", "known_key", "enrolment"] as const;

export type OrganizationKind = (typeof organizationKinds)[number];
export type AccountKind = (typeof accountKinds)[number];
export type RotatedKind = OrganizationKind | AccountKind;

/** Each once: items are sealed under keys of both. */
export const rotatedKinds = [
  ...organizationKinds,
  ...accountKinds.filter((kind): kind is Exclude<AccountKind, OrganizationKind> => kind !== "item"),
] as const;

/** How many rows are handed out to be sealed anew, and taken back, at once. */
export const rowsAtOnce = 250;
