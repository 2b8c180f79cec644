import type { EncString } from "@/lib/crypto/types";
import { UserId } from "@/lib/domain/ids";

/** A text of the form of a sealed one, the same each time for the same word. */
export const sealed = (word: string) => {
  const base64 = Buffer.from(word.padEnd(16, "-").slice(0, 16)).toString("base64");
  const mac = Buffer.from(word.padEnd(32, "-").slice(0, 32)).toString("base64");
  return `2.${base64}|${base64}|${mac}` as EncString;
};

/** Who asks, where nothing depends on it. */
export const aCaller = UserId.parse("33333333-3333-4333-8333-333333333333");
