"use client";

import { useTranslations } from "next-intl";
import { accessChanges, isNoChange } from "@/components/collections/access-changes";
import type { Access, CollectionActions } from "@/components/collections/collection-actions";
import { GrantsField } from "@/components/collections/grants-field";
import { useHolders } from "@/components/collections/use-holders";
import { useOffered } from "@/components/collections/use-offered";
import { useKept } from "@/components/forms/kept";
import { bothOf, SavingDrawer } from "@/components/forms/saving-drawer";
import { restsOnOld } from "@/components/forms/stale";
import { useSave } from "@/components/forms/use-save";
import { useToast } from "@/components/ui/toast";

type Props = {
  organizationId: string;
  collectionId: string;
  name: string;
  actions: Pick<CollectionActions, "getCollection" | "listMembers" | "listGroups" | "changeAccess">;
  onClose: () => void;
};

/** Who was in the list when somebody began to change it, and who is to be. */
type Edits = { from: Access; to: Access };

/**
 * Who has a collection. Only what was changed here is saved. As long as the list has not been read whole,
 * nothing can be saved.
 */
export function AccessDrawer({ organizationId, collectionId, name, actions, onClose }: Props) {
  const t = useTranslations("collections.access");
  const toast = useToast();
  const { act, busy, problem } = useSave();
  const { getCollection, changeAccess } = actions;
  const { offered, search } = useOffered(organizationId, actions);
  const { holders, reload } = useHolders(organizationId, collectionId, getCollection);
  const [edits, setEdits] = useKept<Edits | null>(`access ${collectionId}`, null);

  function save() {
    const changes = edits && accessChanges(edits.from, edits.to);
    if (!changes || isNoChange(changes)) return onClose();
    const send = async () => {
      const answer = await changeAccess({ organizationId, collectionId, ...changes });
      if (!answer.ok && restsOnOld(answer.failure)) {
        setEdits(null);
        reload();
      }
      return answer;
    };
    void act(send, () => {
      toast.success(t("saved"));
      onClose();
    });
  }

  return (
    <SavingDrawer
      title={t("title", { name })}
      read={bothOf(offered, holders)}
      texts={{ save: t("save"), failed: t("failed"), failedText: t("failedText") }}
      isChanged={edits !== null}
      busy={busy}
      problem={problem}
      onSave={save}
      onClose={onClose}
    >
      {({ one, other: read }) => (
        <GrantsField
          offered={one}
          onSearch={search}
          holders={read}
          access={edits?.to ?? read}
          onChange={(to) => setEdits({ from: edits?.from ?? read, to })}
        />
      )}
    </SavingDrawer>
  );
}
