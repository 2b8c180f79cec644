import { textOfPart } from "@/components/items/text-parts";
import type { ShownItem } from "@/lib/vault/item";

/** What is said under the name of an item in a list; nothing where it has none of it. */
export function subtitleOf(item: ShownItem): string | null {
  const joined = (...names: string[]) =>
    names.flatMap((name) => textOfPart(item, name) ?? []).join(" ") || null;
  switch (item.type) {
    case "login":
      return textOfPart(item, "username");
    case "card":
      return joined("brand", "cardholderName");
    case "identity":
      return joined("firstName", "lastName") ?? joined("email") ?? joined("company");
    case "ssh_key":
      return textOfPart(item, "keyFingerprint");
    case "secure_note":
      return null;
  }
}
