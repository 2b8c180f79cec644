"use client";

import { useTranslations } from "next-intl";
import type { AnyAct, Offer } from "@/components/items/acts-for";
import type { ItemActions, ItemRow } from "@/components/items/item";
import { ItemDamage } from "@/components/items/item-damage";
import { ItemFiles } from "@/components/items/item-files";
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
  /** Whether the master password was asked for, where the item wants it. */
  isConfirmed: boolean;
  onConfirmed: () => void;
  onEdit: () => void;
  onAct: (act: AnyAct) => void;
  /** What can be done with items like it. */
  offers: (items: readonly ItemRow[]) => Offer[];
  actions: Pick<ItemActions, "getKey" | "files">;
  onClose: () => void;
};

/** What is offered beside the contents; the rest is in the menu of the row. */
const inDrawer: readonly AnyAct[] = ["share", "assign", "restore", "trash", "deleteForGood"];

/** Everything of one item. */
export function ItemDrawer(props: Props) {
  const { item, tell, log, isConfirmed, onConfirmed, onEdit, onAct, offers, actions, onClose } = props;
  const t = useTranslations("vault.item");
  const vault = useTranslations("vault");
  const { content, keptIn, may } = item;
  const open = useOpenSecret(item);
  const isAsked = item.sealed.reprompt === "password" && !isConfirmed;

  return (
    <Drawer
      open
      onOpenChange={(open) => open || onClose()}
      picture={<ItemTile type={item.sealed.type} />}
      title={content?.name || vault("broken")}
      footer={
        <>
          {may.edit && content && !isAsked && item.deletedAt === null ? (
            <Button onClick={onEdit}>{t("edit")}</Button>
          ) : null}
          {offers([item])
            .filter(({ act }) => inDrawer.includes(act))
            .map(({ act }) => (
              <Button key={act} variant="quiet" onClick={() => onAct(act)}>
                {vault(`acts.${act}`)}
              </Button>
            ))}
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
        <Reprompt onConfirmed={onConfirmed} />
      ) : content ? (
        <>
          <ItemParts item={item} content={content} open={open} tell={tell} />
          <ItemFiles key={item.id} item={item} actions={actions} />
        </>
      ) : (
        <Callout tone="bad" title={vault("broken")}>
          {vault("brokenText")}
        </Callout>
      )}
    </Drawer>
  );
}
