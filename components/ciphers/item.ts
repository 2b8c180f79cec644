import type { z } from "zod";
import type { KeyQuestion } from "@/components/vaults/organization-vault";
import type { EncString } from "@/lib/crypto/types";
import type { CipherTarget, CreateCipher, ReportItemEvent, UpdateCipher } from "@/lib/domain/cipher/inputs";
import type { ActionResult } from "@/lib/http/result";
import type { Damage } from "@/lib/vault/login-damage";
import type { LoginItem } from "@/lib/vault/login-item";

/** An item as it is shown: its place, what one may do, and its contents unless they cannot be opened. */
export type ShownItem = {
  id: string;
  /** The item's own key, still sealed: an edit seals under it again. */
  key: EncString;
  revisedAt: Date;
  organizationId: string | null;
  may: { edit: boolean; delete: boolean; reveal: boolean };
  /** The organization it belongs to, null for one's own, and the collections that it is in. */
  place: { owner: string | null; color: string; collections: string[] };
  content: LoginItem | null;
  /** What of its contents is missing there, as it is not what was sealed. */
  damage: readonly Damage[];
};

type Act<Input, Result = unknown> = (input: Input) => Promise<ActionResult<Result>>;

/** What the pages of items hand down. */
export type ItemActions = {
  getKey: KeyQuestion;
  /** Of an item that existed, `revisedAt` is what a change of it refers to. */
  create: Act<z.input<typeof CreateCipher>, { revisedAt: Date; existed: boolean }>;
  update: Act<z.input<typeof UpdateCipher>>;
  remove: Act<z.input<typeof CipherTarget>>;
  report: Act<z.input<typeof ReportItemEvent>>;
};

/** Where a new item can go: one's own vault (null), or an organization's collections. */
export type ItemOwner = {
  organizationId: string | null;
  name: string;
  collections: { id: string; name: string }[];
  /** Whether the owner has more collections than these. */
  areMore?: boolean;
};

/** An address that may become a link: the web's only, never a script. */
export function webAddress(uri: string): string | null {
  try {
    const { protocol, href } = new URL(uri);
    return protocol === "https:" || protocol === "http:" ? href : null;
  } catch {
    return null;
  }
}
