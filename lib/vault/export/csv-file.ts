import { exactCsvOf } from "@/lib/domain/csv";
import type { Exported, Holders } from "@/lib/vault/export/json-file";
import type { OpenItem } from "@/lib/vault/item";

const common = [
  "type",
  "name",
  "notes",
  "fields",
  "reprompt",
  "archivedDate",
  "login_uri",
  "login_username",
  "login_password",
  "login_totp",
];

/** Whether items of its type fit into a CSV file: it has columns for logins and notes alone. */
export const isInCsv = ({ type }: Pick<OpenItem, "type">): boolean =>
  type === "login" || type === "secure_note";

/**
 * Logins and notes as other programs read them. Nothing in a cell is changed, so that a password comes back as it was.
 * Protocol chapter 16.4.
 */
export function csvFile(items: Exported, holders: Holders): string {
  const isShared = "collections" in holders;
  const named = isShared ? holders.collections : holders.folders;
  const names = new Map(named.map(({ id, name }) => [id, name]));
  const rows = items
    .filter(({ item }) => isInCsv(item))
    .map(({ facts, item }) => {
      const login = item.type === "login" ? item.data : null;
      const places = isShared
        ? [(facts.collectionIds ?? []).flatMap((id) => names.get(id) ?? []).join(",")]
        : [names.get(facts.folderId ?? "") ?? "", facts.isFavorite ? "1" : ""];
      return [
        ...places,
        login ? "login" : "note",
        item.name,
        item.notes,
        item.fields.map(({ name, value }) => `${name ?? ""}: ${value ?? ""}`).join("\n"),
        facts.reprompt === "password" ? "1" : "0",
        facts.archivedAt?.toISOString() ?? null,
        login?.uris.map(({ uri }) => uri).join(",") ?? null,
        login?.username ?? null,
        login?.password ?? null,
        login?.totp ?? null,
      ];
    });
  return exactCsvOf([[...(isShared ? ["collections"] : ["folder", "favorite"]), ...common], ...rows]);
}
