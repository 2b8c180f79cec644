import { z } from "zod";

/** Longest address that is kept. RFC 5321 section 4.5.3.1.3 allows 256 octets in a path. */
export const emailLimit = 256;

/**
 * One plain address: a dot-atom, `@`, and a dotted domain (RFC 5321 section 4.1.2 without quoted strings,
 * comments, lists or address literals, which mailers read in differing ways). The last label is letters, or a
 * word of another script in its ASCII form.
 */
const plainAddress =
  /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{0,58}[a-z0-9])$/;

/** A domain in letters of any script, without look-alikes that stand for plain ones. */
const isOfLetters = (domain: string) =>
  /^[\p{L}\p{M}\p{N}.-]+$/u.test(domain) && domain.normalize("NFKC") === domain.normalize("NFC");

/**
 * The address with its domain in ASCII, as mailers know it: "bücher.example" is kept as
 * "xn--bcher-kva.example". What is no such domain stays as it is, and is refused by its form.
 */
function withAsciiDomain(address: string): string {
  const at = address.lastIndexOf("@");
  const domain = address.slice(at + 1);
  if (at < 0 || !isOfLetters(domain) || !/[^\0-\x7f]|xn--/.test(domain)) return address;
  try {
    return `${address.slice(0, at)}@${new URL(`http://${domain}`).hostname}`;
  } catch {
    return "";
  }
}

/**
 * An address in the form in which it is stored and compared: trimmed, in lower case, its domain in ASCII.
 * Look-alike characters are refused and not replaced, so that an account cannot be reached by two spellings.
 */
export const Email = z
  .string()
  .trim()
  .toLowerCase()
  .min(1, { error: "required" })
  .max(emailLimit, { error: "too_long" })
  .transform(withAsciiDomain)
  .pipe(z.string().max(emailLimit, { error: "too_long" }).regex(plainAddress, { error: "invalid_email" }));

export type Email = z.infer<typeof Email>;
