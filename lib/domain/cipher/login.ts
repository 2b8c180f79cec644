import { z } from "zod";
import { encString, SealedSymmetricKey } from "@/lib/domain/sealed";

const uri = z.object({
  uri: encString(10_000),
  /** Seals the base64 of SHA-256 over the URI: a swapped URI shows. Protocol chapter 1.6. */
  uriChecksum: encString(10_000),
  match: z.int().min(0).max(5).nullable(),
});

/** The sealed parts of a login that other kinds of item do not have. Limits: protocol chapter 2.4. */
export const SealedLoginData = z.object({
  username: encString(1000).nullable(),
  password: encString(5000).nullable(),
  totp: encString(1000).nullable(),
  uris: z.array(uri).max(50, { error: "too_many" }),
});
export type SealedLoginData = z.infer<typeof SealedLoginData>;

/**
 * All of a login together, in characters. Each website may be long and there may be many, but not both: what one
 * account can store is the number of its items times this.
 */
export const longestLogin = 64_000;

/** A login as it reaches the server: every word of it sealed, under a key of its own. */
export const SealedLogin = z.object({
  key: SealedSymmetricKey,
  name: encString(1000),
  notes: encString(10_000).nullable(),
  login: SealedLoginData.superRefine((login, context) => {
    if (JSON.stringify(login).length <= longestLogin) return;
    const limit = { maximum: longestLogin, origin: "string", inclusive: true } as const;
    context.addIssue({ code: "too_big", ...limit, message: "too_long", path: ["uris"], input: login });
  }),
});
export type SealedLogin = z.infer<typeof SealedLogin>;
