"use client";

import { KeyRound } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ItemRow } from "@/components/items/item";
import { ItemDamage } from "@/components/items/item-damage";
import { ItemPassword } from "@/components/items/item-password";
import { useOpenSecret } from "@/components/items/use-open-secret";
import { Website } from "@/components/items/website";
import { AppLink } from "@/components/ui/app-link";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Chip } from "@/components/ui/chip";
import { CopyButton } from "@/components/ui/copy-button";
import { DateTime } from "@/components/ui/date-time";
import { DescriptionRow } from "@/components/ui/description-row";
import { Drawer } from "@/components/ui/drawer";
import { IconTile } from "@/components/ui/icon-tile";
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

  return (
    <Drawer
      open
      onOpenChange={(open) => open || onClose()}
      picture={
        <IconTile>
          <KeyRound aria-hidden="true" />
        </IconTile>
      }
      title={content?.name || vault("broken")}
      footer={
        <>
          {may.edit && content ? <Button onClick={onEdit}>{t("edit")}</Button> : null}
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
      {content ? (
        <dl className="flex flex-col gap-3.5">
          {content.data.username ? (
            <DescriptionRow
              label={t("username")}
              actions={<CopyButton label={t("copyUsername")} value={content.data.username} />}
            >
              {content.data.username}
            </DescriptionRow>
          ) : null}
          {content.data.password ? (
            <ItemPassword
              key={item.id}
              sealed={content.data.password}
              open={open}
              mayReveal={may.reveal}
              onEvent={tell}
            />
          ) : null}
          {content.data.uris.map(({ uri }) => (
            <Website key={uri} uri={uri} />
          ))}
          {content.notes ? (
            <DescriptionRow label={t("notes")}>
              <span className="whitespace-pre-wrap font-normal text-muted">{content.notes}</span>
            </DescriptionRow>
          ) : null}
        </dl>
      ) : (
        <Callout tone="bad" title={vault("broken")}>
          {vault("brokenText")}
        </Callout>
      )}
    </Drawer>
  );
}
