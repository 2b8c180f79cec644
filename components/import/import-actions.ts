import type { SendPart } from "@/components/import/run-import";
import type { AskThoseThere } from "@/components/import/those-there";
import type { SendFileActions } from "@/components/import/use-send-files";
import type { ItemType } from "@/lib/domain/item/types";
import type { Act } from "@/lib/http/result";

type Named = { importId: string; organizationId: string | null };

/** What is there once all items of an import are. */
export type Finished = {
  count: number;
  types: { type: ItemType; count: number }[];
  /** Collections that were made for it and that nobody has. */
  unreached: number;
};

export type ImportActions = SendFileActions & {
  ask: Omit<AskThoseThere, "getKey">;
  send: SendPart;
  finish: Act<Named, Finished>;
  undo: Act<Named, { count: number; kept: number }>;
};
