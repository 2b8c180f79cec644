"use client";

import { useTranslations } from "next-intl";
import { actEntries } from "@/components/items/act-entries";
import type { AnyAct } from "@/components/items/act-needs";
import type { Offer } from "@/components/items/acts-for";
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
import { RowMenu } from "@/components/ui/row-menu";
import type { ReportedEvent } from "@/lib/domain/item/inputs";

type Props = {
  item: ItemRow;
  /** Tells the log what was done with the item. */
  tell: (what: ReportedEvent) => void;
  /** The address of its log. */
  log?: string;
  /** Whether nothing has to be asked before the item is shown. */
  isConfirmed: boolean;
  onConfirmed: () => void;
  onAct: (act: AnyAct) => void;
  /** What can be done with it. */
  offers: readonly Offer[];
  actions: Pick<ItemActions, "getKey" | "files">;
  onClose: () => void;
};

/** What has a button of its own; the rest is in a menu beside them. */
const withButton: readonly AnyAct[] = ["edit", "share", "assign", "restore", "trash", "deleteForGood"];
/** What shows the item's secrets: it is offered once the drawer shows them too. */
const showing: readonly AnyAct[] = ["edit", "clone"];

/** Everything of one item. */
export function ItemDrawer(props: Props) {
  const { item, tell, log, isConfirmed, onConfirmed, onAct, offers, actions, onClose } = props;
  const t = useTranslations("vault.item");
  const vault = useTranslations("vault");
  const act = useTranslations("vault.acts");
  const { content, keptIn } = item;
  const open = useOpenSecret(item);
  const offered = isConfirmed ? offers : offers.filter(({ act }) => !showing.includes(act));
  const buttons = offered.filter((offer) => withButton.includes(offer.act));
  const rest = offered.filter((offer) => !buttons.includes(offer));

  return (
    <Drawer
      open
      onOpenChange={(open) => open || onClose()}
      picture={<ItemTile type={item.sealed.type} />}
      title={content?.name || vault("broken")}
      footer={
        <>
          {buttons.map((offer) => (
            <Button
              key={offer.act}
              variant={offer.act === "edit" ? "primary" : "quiet"}
              onClick={() => onAct(offer.act)}
            >
              {act(offer.act)}
            </Button>
          ))}
          <div className="flex w-full items-center justify-between gap-2.5">
            <p className="text-label text-muted">
              {t.rich("edited", { when: () => <DateTime value={item.revisedAt} /> })}
              {log ? (
                <>
                  {" · "}
                  <AppLink href={log}>{t("log")}</AppLink>
                </>
              ) : null}
            </p>
            <RowMenu label={t("more")} entries={actEntries(rest, act, onAct)} />
          </div>
        </>
      }
    >
      <div>
        <Chip color={keptIn.color}>{[keptIn.owner ?? vault("me"), ...keptIn.collections].join(" · ")}</Chip>
      </div>
      <ItemDamage damage={item.damage} />
      {content && !isConfirmed ? (
        <Reprompt confirm={vault("reprompt.show")} onConfirmed={onConfirmed} />
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
