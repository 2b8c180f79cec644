"use client";

import { ExternalLink, KeyRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ItemActions, type ShownItem, webAddress } from "@/components/items/item";
import { ItemDamage } from "@/components/items/item-damage";
import { ItemPassword } from "@/components/items/item-password";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Chip } from "@/components/ui/chip";
import { CopyButton } from "@/components/ui/copy-button";
import { DateTime } from "@/components/ui/date-time";
import { DescriptionRow } from "@/components/ui/description-row";
import { Drawer } from "@/components/ui/drawer";
import { IconTile } from "@/components/ui/icon-tile";
import type { ReportedEvent } from "@/lib/domain/cipher/inputs";

type Props = {
  item: ShownItem;
  report: ItemActions["report"];
  onEdit: () => void;
  onDelete: () => void;
  onClose: () => void;
};

/** Everything of one item. */
export function ItemDrawer({ item, report, onEdit, onDelete, onClose }: Props) {
  const t = useTranslations("vault.item");
  const vault = useTranslations("vault");
  const { content, place, may } = item;

  // A report that does not arrive must not keep anybody from their password.
  const tell = (what: ReportedEvent) => void report({ cipherId: item.id, what }).catch(() => undefined);

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
          </p>
        </>
      }
    >
      <div>
        <Chip color={place.color}>{[place.owner ?? vault("me"), ...place.collections].join(" · ")}</Chip>
      </div>
      <ItemDamage damage={item.damage} />
      {content ? (
        <dl className="flex flex-col gap-3.5">
          {content.username ? (
            <DescriptionRow
              label={t("username")}
              actions={<CopyButton label={t("copyUsername")} value={content.username} />}
            >
              {content.username}
            </DescriptionRow>
          ) : null}
          {content.password ? (
            <ItemPassword key={item.id} password={content.password} mayReveal={may.reveal} onEvent={tell} />
          ) : null}
          {content.uris.map(({ uri }) => (
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

function Website({ uri }: { uri: string }) {
  const t = useTranslations("vault.item");
  const href = webAddress(uri);
  return (
    <DescriptionRow
      label={t("website")}
      actions={
        <>
          {href ? (
            <a
              href={href}
              target="_blank"
              rel="noopener noreferrer"
              aria-label={t("openSite")}
              className="grid size-7 flex-none place-items-center rounded-control text-muted hover:bg-tint hover:text-ink"
            >
              <ExternalLink aria-hidden="true" />
            </a>
          ) : null}
          <CopyButton label={t("copySite")} value={uri} />
        </>
      }
    >
      <span className={href ? "break-all text-link" : "break-all"}>{uri}</span>
    </DescriptionRow>
  );
}
