import { z } from "zod";
import { AttachmentsAnew } from "@/lib/domain/attachment/inputs";
import {
  CollectionId,
  FolderId,
  ItemId,
  OrganizationId,
  OrganizationKeyId,
  OrganizationMemberId,
  ProviderMemberId,
  ProviderOrganizationId,
  RotationDebtId,
  RotationId,
} from "@/lib/domain/ids";
import { SealedItem } from "@/lib/domain/item/sealed-item";
import { pageOnly } from "@/lib/domain/list-view";
import { accountKinds, organizationKinds, rowsAtOnce } from "@/lib/domain/rotation/kinds";
import {
  AuthenticationHash,
  encString,
  PublicKey,
  SealedKey,
  SealedPrivateKey,
  SealedSymmetricKey,
} from "@/lib/domain/sealed";
import { noneTwice } from "@/lib/domain/selection";

/** What a remembered key is of. */
const knownSubject = z
  .string()
  .max(60)
  .regex(/^[\w:-]+$/u);

const NextKey = z.object({
  rotationId: RotationId,
  keyForBeginner: encString(1000),
  publicKey: PublicKey,
  privateKey: SealedPrivateKey,
  /** How it comes after the key that is replaced, for browsers that remember that one. */
  succession: z.object({ predecessor: SealedSymmetricKey, proof: encString(1000) }),
});

export const BeginOrganizationRotation = NextKey.extend({
  organizationId: OrganizationId,
  /** The key that is replaced: whoever has made the next one holds it. */
  organizationKeyId: OrganizationKeyId,
});

export const OrganizationRotationTarget = z.object({
  organizationId: OrganizationId,
  rotationId: RotationId,
});

/** Whether the rows are counted too: of many, that costs more than the next of them do. */
const counted = z.boolean().default(false);

/** Which row was handed out last: the next ones come after it, in the order of the kinds and of the ids. */
const lastOfOrganization = z.object({ kind: z.enum(organizationKinds), id: z.uuid() });
const lastOfAccount = z.union([
  z.object({ kind: z.enum(accountKinds).exclude(["known_key"]), id: z.uuid() }),
  z.object({ kind: z.literal("known_key"), id: knownSubject }),
]);

export const NextOrganizationRows = OrganizationRotationTarget.extend({
  counted,
  last: lastOfOrganization.nullable().default(null),
});

/** Which version of the row was sealed anew, as the server has named it. */
const version = z
  .string()
  .max(64)
  .regex(/^[\w:.+ -]*$/u);

/** Whoever rotates cannot open the row, and has decided to leave it behind. */
const lost = z.literal(true);

/** An item that is left behind stays as it is sealed, in the trash. One that was there already goes for good. */
const ItemAnew = z.object({
  kind: z.literal("item"),
  id: ItemId,
  version,
  sealed: z.union([z.object({ lost }), SealedItem.and(z.object({ attachments: AttachmentsAnew }))]),
});
const CollectionAnew = z.object({
  kind: z.literal("collection"),
  id: CollectionId,
  version,
  /** Another name is in the place of one that is left behind. */
  sealed: z.object({ name: encString(), lost: lost.optional() }),
});
/**
 * A confirmed member without a key goes back to those who wait to be confirmed. An enrolment that is left behind ends,
 * and can be made anew.
 */
const MemberAnew = z.object({
  kind: z.literal("member"),
  id: OrganizationMemberId,
  version,
  sealed: z.object({
    organizationKeyForMember: SealedKey.nullable(),
    userKeyForOrganization: SealedKey.nullable(),
    lost: lost.optional(),
  }),
});
const ProviderAnew = z.object({
  kind: z.literal("provider"),
  id: ProviderOrganizationId,
  version,
  sealed: z.object({ organizationKeyForProvider: SealedSymmetricKey }),
});
const StaffAnew = z.object({
  kind: z.literal("staff"),
  id: ProviderMemberId,
  version,
  sealed: z.object({ key: SealedKey.nullable() }),
});

/** Some rows sealed anew, each once. */
const batchOf = <Row extends z.ZodType<{ kind: string; id: string }>>(row: Row) =>
  z
    .array(row)
    .min(1)
    .max(rowsAtOnce, { error: "too_many" })
    .refine((rows) => noneTwice(rows.map(({ kind, id }) => `${kind} ${id}`)), { error: "invalid" });

export const StageOrganizationRows = OrganizationRotationTarget.extend({
  rows: batchOf(
    z.discriminatedUnion("kind", [ItemAnew, CollectionAnew, MemberAnew, ProviderAnew, StaffAnew]),
  ),
});

export const BeginAccountRotation = NextKey;
export const AccountRotationTarget = z.object({ rotationId: RotationId });
export const NextAccountRows = AccountRotationTarget.extend({
  counted,
  last: lastOfAccount.nullable().default(null),
});

/** A folder that is left behind goes, and its items stay. */
const FolderAnew = z.object({
  kind: z.literal("folder"),
  id: FolderId,
  version,
  sealed: z.union([z.object({ lost }), z.object({ name: encString() })]),
});
const KnownKeyAnew = z.object({
  kind: z.literal("known_key"),
  id: knownSubject,
  version,
  /** Null drops a record that was not genuine. */
  sealed: z.object({ record: encString(1000).nullable() }),
});
/** Null where the organization's key is not to be had: what it held opens nothing any more. */
const EnrolmentAnew = z.object({
  kind: z.literal("enrolment"),
  id: OrganizationMemberId,
  version,
  sealed: z.object({ userKeyForOrganization: SealedKey.nullable() }),
});

export const StageAccountRows = AccountRotationTarget.extend({
  rows: batchOf(z.discriminatedUnion("kind", [ItemAnew, FolderAnew, KnownKeyAnew, EnrolmentAnew])),
});

/** `currentHash` proves the master password, under which the next user key is sealed. */
export const FinishAccountRotation = AccountRotationTarget.extend({
  currentHash: AuthenticationHash,
  userKeyForAccount: SealedSymmetricKey,
});

export const AdoptOrganizationKey = z.object({
  organizationId: OrganizationId,
  organizationKeyId: OrganizationKeyId,
  organizationKeyForProvider: SealedSymmetricKey,
});

export const NoteAdoptedKey = z.object({
  organizationId: OrganizationId,
  organizationKeyId: OrganizationKeyId,
});

export const ListDebts = z.object({ organizationId: OrganizationId, ...pageOnly() });
export const DebtTarget = z.object({ organizationId: OrganizationId, debtId: RotationDebtId, ...pageOnly() });
