import { useTranslations } from "next-intl";
import { useAct } from "@/components/forms/use-act";
import type { ItemActions, ItemRow, OwnItemActions } from "@/components/items/item";
import { useToast } from "@/components/ui/toast";
import { selectedAtOnce } from "@/lib/domain/selection";
import { slicesOf } from "@/lib/domain/slices";
import type { ActionResult } from "@/lib/http/result";

/** What is done to several items at once. */
export type ItemAct =
  | "trash"
  | "restore"
  | "deleteForGood"
  | "favorite"
  | "unfavorite"
  | "archive"
  | "unarchive";

/** Does something to items, owner by owner, and says what was done. The first that is refused ends it. */
export function useItemActs(
  actions: Pick<ItemActions, "trash" | "restore" | "deleteForGood"> & Partial<OwnItemActions>,
) {
  const t = useTranslations("vault.acts");
  const toast = useToast();
  const { act, busy } = useAct();

  function send(kind: ItemAct, itemIds: string[]): Promise<ActionResult<unknown>> | undefined {
    switch (kind) {
      case "trash":
        return actions.trash({ itemIds });
      case "restore":
        return actions.restore({ itemIds });
      case "deleteForGood":
        return actions.deleteForGood({ itemIds });
      case "favorite":
      case "unfavorite":
        return actions.mark?.({ itemIds, isFavorite: kind === "favorite" });
      case "archive":
      case "unarchive":
        return actions.mark?.({ itemIds, isArchived: kind === "archive" });
    }
  }

  const sendAll = (kind: ItemAct, items: readonly ItemRow[]) => inParts(items, (ids) => send(kind, ids));

  const putIntoFolder = (folderId: string | null, items: readonly ItemRow[]) =>
    inParts(items, (itemIds) => actions.mark?.({ itemIds, folderId }));

  function run(kind: ItemAct, items: readonly ItemRow[]): Promise<void> {
    const undo = kind === "archive" ? () => void run("unarchive", items) : undefined;
    return act(
      () => sendAll(kind, items),
      () => toast.success(t(`done.${kind}`, { count: items.length }), undefined, undo),
    );
  }

  return {
    busy,
    run,
    sendAll,
    putIntoFolder,
  };
}

/** Sends items owner by owner, as many at once as are taken. */
async function inParts(
  items: readonly ItemRow[],
  send: (itemIds: string[]) => Promise<ActionResult<unknown>> | undefined,
): Promise<ActionResult<unknown>> {
  for (const owner of new Set(items.map(({ organizationId }) => organizationId))) {
    const ids = items.flatMap(({ id, organizationId }) => (organizationId === owner ? [id] : []));
    for (const some of slicesOf(ids, selectedAtOnce)) {
      const answer = await send(some);
      if (answer && !answer.ok) return answer;
    }
  }
  return { ok: true, result: null };
}
