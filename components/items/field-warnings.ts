import { isProgram, webAddress } from "@/components/items/web-address";
import { readCode } from "@/lib/vault/item-code";

/** What somebody may have typed by mistake. It is saved all the same: other programs keep any text there. */
export type FieldWarning = "noCode" | "noMonth" | "noYear" | "noPattern" | "program" | "otherAddress";

/** What is odd about a part of an item that is one text, by its name. */
export function partWarning(name: string, typed: string): FieldWarning | null {
  const text = typed.trim();
  if (text === "") return null;
  switch (name) {
    case "totp":
      return readCode(text) ? null : "noCode";
    case "expMonth":
      return /^(0?[1-9]|1[0-2])$/.test(text) ? null : "noMonth";
    case "expYear":
      // Cards have two digits of it.
      return /^(\d{2}|[12]\d{3})$/.test(text) ? null : "noYear";
    default:
      return null;
  }
}

/** The number of the wire for websites that are compared with a pattern. */
const byPattern = "4";

/** The same of a website, and of how it is compared. */
export function websiteWarning({ uri, match }: { uri: string; match: string }): FieldWarning | null {
  if (match === byPattern) return isPattern(uri.trim()) ? null : "noPattern";
  if (isProgram(uri)) return "program";
  return webAddress(uri).is === "suspicious" ? "otherAddress" : null;
}

function isPattern(text: string): boolean {
  try {
    new RegExp(text, "i");
    return true;
  } catch {
    return false;
  }
}
