/** Kinds of item with the numbers of the wire. Protocol chapter 0.6. */
export const cipherNumbers = { login: 1, secure_note: 2, card: 3, identity: 4, ssh_key: 5 } as const;
export type CipherType = keyof typeof cipherNumbers;
export const cipherTypes = Object.keys(cipherNumbers) as [CipherType, ...CipherType[]];
