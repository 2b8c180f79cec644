/** Kinds of item with the numbers of the wire. Protocol chapter 0.6. */
export const itemNumbers = { login: 1, secure_note: 2, card: 3, identity: 4, ssh_key: 5 } as const;
export type ItemType = keyof typeof itemNumbers;
export const itemTypes = Object.keys(itemNumbers) as [ItemType, ...ItemType[]];

/** Under which name an item of the wire has what is of its type alone. Protocol chapter 5.5. */
export const dataOnWire = {
  login: "login",
  secure_note: "secureNote",
  card: "card",
  identity: "identity",
  ssh_key: "sshKey",
} as const satisfies Record<ItemType, string>;
