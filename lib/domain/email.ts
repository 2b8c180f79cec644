import { z } from "zod";

/** Longest address that is kept. RFC 5321 section 4.5.3.1.3 allows 256 octets in a path. */
export const emailLimit = 256;

/**
 * One plain address: a dot-atom, `@`, and a dotted domain (RFC 5321 section 4.1.2 without quoted strings,
 * comments, lists or address literals, which mailers read in differing ways).
 */
const plainAddress =
  /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/;

/**
 * An address in the one form that is stored and compared: trimmed, lower case. Look-alike characters are
 * refused rather than folded, so that no two spellings reach one account.
 */
export const Email = z
  .string()
  .trim()
  .toLowerCase()
  .min(1, { error: "required" })
  .max(emailLimit, { error: "too_long" })
  .regex(plainAddress, { error: "invalid_email" });

export type Email = z.infer<typeof Email>;
