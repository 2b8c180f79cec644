const alphabet = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789!#$%&*+-=?@_";

/**
 * A random password: each character is chosen evenly from letters, digits and signs, without those that
 * look alike when they are read off. 20 of them are about 122 bits.
 */
export function generatePassword(length = 20): string {
  const even = 256 - (256 % alphabet.length);
  let password = "";
  while (password.length < length) {
    // Bytes beyond the last whole alphabet would favour its beginning, so they are thrown away.
    for (const byte of crypto.getRandomValues(new Uint8Array(length * 2)))
      if (byte < even && password.length < length) password += alphabet[byte % alphabet.length] ?? "";
  }
  return password;
}
