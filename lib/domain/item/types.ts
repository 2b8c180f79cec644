/** Kinds of item with the numbers of the wire. Protocol chapter 0.6. */
export const itemNumbers = { login: 1, secure_note: 2, card: 3, identity: 4, ssh_key: 5 } as const;
export type ItemType = keyof typeof itemNumbers;
export const itemTypes = Object.keys(itemNumbers) as [ItemType, ...ItemType[]];
