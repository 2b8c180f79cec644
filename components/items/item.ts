import type { z } from "zod";
import type { AskOrganizationKey } from "@/components/vault/hold-key";
import type { EncString } from "@/lib/crypto/types";
import type { AttachmentTarget, BeginAttachment, ListAttachments } from "@/lib/domain/attachment/inputs";
import type { FolderTarget, NamedFolder } from "@/lib/domain/folder/inputs";
import type {
  AssignItems,
  CreateItem,
  ItemsTarget,
  MarkItems,
  ReportItemEvent,
  ShareItems,
  UpdateItem,
} from "@/lib/domain/item/inputs";
import type { Reprompt, SealedItem } from "@/lib/domain/item/sealed-item";
import type { Act, ActionResult } from "@/lib/http/result";
import type { ShownItem } from "@/lib/vault/item";
import type { Damage } from "@/lib/vault/item-damage";
import type { KeyRef } from "@/lib/vault/served";

/** An item of a list: what it is kept in, what one may do, and its contents unless they cannot be opened. */
export type ItemRow = {
  id: string;
  /** As the server has it. An edit seals under the same key again. */
  sealed: SealedItem & { reprompt: Reprompt };
  revisedAt: Date;
  /** When it came into the trash; null where it is not there. */
  deletedAt: Date | null;
  /** What the person has made of it for themselves, in their own vault. */
  marks: { isFavorite: boolean; isArchived: boolean; folderId: string | null };
  organizationId: string | null;
  may: { edit: boolean; delete: boolean; reveal: boolean; assign: boolean };
  /** The collections of its organization that it is in, as far as the person has them. */
  collectionIds: string[];
  /** The organization it belongs to, null for one's own, and what these collections are called. */
  keptIn: { owner: string | null; color: string; collections: string[] };
  content: ShownItem | null;
  /** What of its contents is missing there, as it is not what was sealed. */
  damage: readonly Damage[];
  /** What a search looks through; null where nothing can be opened. */
  searched: string | null;
};

/** The key that an owner's items have theirs sealed under; null for one's own vault. */
export const keyOfOwner = (organizationId: string | null): KeyRef =>
  organizationId === null ? "user" : `organization:${organizationId}`;

/** What the pages of items hand down. */
export type ItemActions = {
  getKey: AskOrganizationKey;
  /** Of an item that existed, `revisedAt` is what a change of it refers to. */
  create: Act<z.input<typeof CreateItem>, { revisedAt: Date; existed: boolean }>;
  update: Act<z.input<typeof UpdateItem>>;
  trash: Act<z.input<typeof ItemsTarget>>;
  restore: Act<z.input<typeof ItemsTarget>>;
  deleteForGood: Act<z.input<typeof ItemsTarget>>;
  assign: Act<z.input<typeof AssignItems>>;
  report: Act<z.input<typeof ReportItemEvent>>;
  files: FileActions;
};

/** A file of an item as the server has it. */
export type ServedFile = { id: string; itemId: string; key: EncString; fileName: EncString; size: number };
type Part = { attachmentId: string; number: number };

/** What is done with the files of items. They go and come in parts. */
export type FileActions = {
  list: Act<z.input<typeof ListAttachments>, ServedFile[]>;
  begin: Act<z.input<typeof BeginAttachment>, { isFinished: boolean }>;
  putPart: (part: Part & { bytes: Blob }, signal: AbortSignal) => Promise<ActionResult<unknown>>;
  finish: Act<z.input<typeof AttachmentTarget>>;
  getPart: (part: Part, signal: AbortSignal) => Promise<ActionResult<Blob>>;
  remove: Act<z.input<typeof AttachmentTarget>>;
};

/** What a person's own vault can do besides. */
export type OwnItemActions = {
  mark: Act<z.input<typeof MarkItems>>;
  share: Act<z.input<typeof ShareItems>>;
};

/** What a person does with their folders. */
export type FolderActions = {
  createFolder: Act<z.input<typeof NamedFolder>>;
  renameFolder: Act<z.input<typeof NamedFolder>>;
  deleteFolder: Act<z.input<typeof FolderTarget>>;
};

/** Where a new item can go: one's own vault (null), or an organization's collections. */
export type ItemOwner = {
  organizationId: string | null;
  name: string;
  /** `isOwn`: their member's own, where an item is in no other. */
  collections: { id: string; name: string; isOwn?: boolean }[];
  /** Whether the owner has more collections than these. */
  areMore?: boolean;
};
