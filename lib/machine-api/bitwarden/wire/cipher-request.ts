import { z } from "zod";
import { FolderId, OrganizationId, type UserId } from "@/lib/domain/ids";
import { reprompts, SealedItem } from "@/lib/domain/item/sealed-item";
import { commonShape, type List, type Shape, shapes } from "@/lib/domain/item/shapes";
import { dataOnWire, itemNumbers, itemTypes } from "@/lib/domain/item/types";
import { asWritten } from "@/lib/machine-api/bitwarden/wire/as-written";
import { idOf, momentOf } from "@/lib/machine-api/bitwarden/wire/values";

const data = z.record(z.string(), z.unknown()).nullish();
const dataOfTypes = { login: data, secureNote: data, card: data, identity: data, sshKey: data };

const asSealed = z.unknown().optional();

/** What an app sends of an item. What is sealed of it is checked by the schema of our items. Protocol chapter 5.6. */
const Cipher = z.object({
  type: z.literal(Object.values(itemNumbers), { error: "invalid" }),
  organizationId: idOf(OrganizationId).nullish(),
  folderId: idOf(FolderId).nullish(),
  favorite: z.boolean().nullish(),
  reprompt: z
    .int()
    .min(0)
    .max(reprompts.length - 1)
    .nullish(),
  lastKnownRevisionDate: momentOf.nullish(),
  archivedDate: momentOf.nullish(),
  attachments2: z.record(z.string(), z.looseObject({ fileName: z.string(), key: z.string() })).nullish(),
  ...{ key: asSealed, name: asSealed, notes: asSealed, fields: asSealed, passwordHistory: asSealed },
  ...dataOfTypes,
});

/**
 * An item as an app sends it, in the words of our operations.
 *
 * @throws {z.ZodError} also where it was sealed for somebody else than the caller.
 */
export function readCipher(body: unknown, caller: UserId) {
  const encryptedFor = idOf(z.literal(caller, { error: "invalid" })).nullish();
  const given = Cipher.extend({ encryptedFor }).parse(asWritten(body));
  const type = itemTypes.find((each) => itemNumbers[each] === given.type) ?? "secure_note";
  const { uri, ...data } = given[dataOnWire[type]] ?? {};
  const sealed = SealedItem.parse({
    ...{ type, key: given.key },
    ...whole(commonShape, {
      ...{ name: given.name, notes: given.notes },
      ...{ fields: given.fields, passwordHistory: given.passwordHistory },
    }),
    // Old apps repeat the first address beside all of them.
    data: whole(shapes[type], type === "login" ? data : { ...data, uri }),
  });
  return {
    sealed,
    organizationId: given.organizationId ?? null,
    reprompt: reprompts[given.reprompt ?? 0] ?? "none",
    lastKnownRevisionDate: { about: given.lastKnownRevisionDate ?? null },
    attachments: Object.entries(given.attachments2 ?? {}).map(([id, { key, fileName }]) => ({
      ...{ id, key, fileName },
    })),
    marks: {
      isFavorite: given.favorite ?? false,
      folderId: given.folderId ?? null,
      // Apps that know no archive leave it out.
      ...(given.archivedDate !== undefined && { isArchived: given.archivedDate !== null }),
    },
  };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * A part of an item with all that its shape has: what an app leaves out is null or an empty list. What is in no shape
 * stays, unless it is null.
 */
function whole(shape: Shape, given: Record<string, unknown>): Record<string, unknown> {
  const others = Object.entries(given).filter(([, value]) => value !== null && value !== undefined);
  const ours = Object.entries(shape).map(([name, part]) => {
    const value = given[name];
    return [name, part.is === "list" ? wholeList(part, value) : (value ?? null)];
  });
  return { ...Object.fromEntries(others), ...Object.fromEntries(ours) };
}

/** An address that nobody has typed is none. */
function wholeList({ entry }: List, given: unknown): unknown {
  if (!Array.isArray(given)) return given ?? [];
  const always = Object.keys(entry).filter((name) => entry[name]?.is === "checked");
  const isEmpty = (each: unknown) => isRecord(each) && always.some((name) => (each[name] ?? null) === null);
  return given.filter((each) => !isEmpty(each)).map((each) => (isRecord(each) ? whole(entry, each) : each));
}
