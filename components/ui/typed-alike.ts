const plain = (text: string): string =>
  text.normalize("NFC").replace(/[‘’ʼ]/gu, "'").replace(/\s+/gu, " ").trim().toLowerCase();

/** Whether somebody has typed what was asked for: spaces, case and the shape of an apostrophe are not what it is about. */
export const isTypedAlike = (answer: string, asked: string): boolean => plain(answer) === plain(asked);
