import type { z } from "zod";
import type { AskOrganizationKey } from "@/components/vault/hold-key";
import type { CreateItem, ItemTarget, ReportItemEvent, UpdateItem } from "@/lib/domain/item/inputs";
import type { SealedItem } from "@/lib/domain/item/sealed-item";
import type { Act } from "@/lib/http/result";
import type { ShownItem } from "@/lib/vault/item";
import type { Damage } from "@/lib/vault/item-damage";
import type { KeyRef } from "@/lib/vault/served";

/** An item of a list: what it is kept in, what one may do, and its contents unless they cannot be opened. */
export type ItemRow = {
  id: string;
  /** As the server has it. An edit seals under the same key again. */
  sealed: SealedItem<"login">;
  revisedAt: Date;
  organizationId: string | null;
  may: { edit: boolean; delete: boolean; reveal: boolean };
  /** The organization it belongs to, null for one's own, and the collections that it is in. */
  keptIn: { owner: string | null; color: string; collections: string[] };
  content: ShownItem<"login"> | null;
  /** What of its contents is missing there, as it is not what was sealed. */
  damage: readonly Damage[];
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
  remove: Act<z.input<typeof ItemTarget>>;
  report: Act<z.input<typeof ReportItemEvent>>;
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
