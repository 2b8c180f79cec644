"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { ItemRow } from "@/components/items/item";
import { ItemDamage } from "@/components/items/item-damage";
import { ItemParts } from "@/components/items/item-parts";
import { ItemTile } from "@/components/items/item-types";
import { Reprompt } from "@/components/items/reprompt";
import { useOpenSecret } from "@/components/items/use-open-secret";
import { AppLink } from "@/components/ui/app-link";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Chip } from "@/components/ui/chip";
import { DateTime } from "@/components/ui/date-time";
import { Drawer } from "@/components/ui/drawer";
import type { ReportedEvent } from "@/lib/domain/item/inputs";

type Props = {
  item: ItemRow;
  /** Tells the log what was done with the item. */
  tell: (what: ReportedEvent) => void;
  /** The address of its log. */
  log?: string;
  onEdit: () => void;
  onDelete: () => void;
  onClose: () => void;
};

/** Everything of one item. */
export function ItemDrawer({ item, tell, log, onEdit, onDelete, onClose }: Props) {
  const t = useTranslations("vault.item");
  const vault = useTranslations("vault");
  const { content, keptIn, may } = item;
  const open = useOpenSecret(item);
  // Asked for once each time that the item is opened.
  const [confirmed, setConfirmed] = useState<string | null>(null);
  const isAsked = item.sealed.reprompt === "password" && confirmed !== item.id;

  return (
    <Drawer
      open
      onOpenChange={(open) => open || onClose()}
      picture={<ItemTile type={item.sealed.type} />}
      title={content?.name || vault("broken")}
      footer={
        <>
          {may.edit && content && !isAsked ? <Button onClick={onEdit}>{t("edit")}</Button> : null}
          {may.delete ? (
            <Button variant="quiet" onClick={onDelete}>
              {t("delete")}
            </Button>
          ) : null}
          <p className="w-full text-label text-muted">
            {t.rich("edited", { when: () => <DateTime value={item.revisedAt} /> })}
            {log ? (
              <>
                {" · "}
                <AppLink href={log}>{t("log")}</AppLink>
              </>
            ) : null}
          </p>
        </>
      }
    >
      <div>
        <Chip color={keptIn.color}>{[keptIn.owner ?? vault("me"), ...keptIn.collections].join(" · ")}</Chip>
      </div>
      <ItemDamage damage={item.damage} />
      {content && isAsked ? (
        <Reprompt onConfirmed={() => setConfirmed(item.id)} />
      ) : content ? (
        <ItemParts item={item} content={content} open={open} tell={tell} />
      ) : (
        <Callout tone="bad" title={vault("broken")}>
          {vault("brokenText")}
        </Callout>
      )}
    </Drawer>
  );
}
