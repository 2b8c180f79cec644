"use client";

import { useTranslations } from "next-intl";
import { AddedFields } from "@/components/items/added-fields";
import { FormerPasswords } from "@/components/items/former-passwords";
import type { ItemRow } from "@/components/items/item";
import { ItemCode } from "@/components/items/item-code";
import { ItemSecret, type OpenSecret } from "@/components/items/item-secret";
import { partOf, textPartsOf, websitesOf } from "@/components/items/text-parts";
import { Website } from "@/components/items/website";
import { CopyButton } from "@/components/ui/copy-button";
import { DescriptionRow } from "@/components/ui/description-row";
import type { ReportedEvent } from "@/lib/domain/item/inputs";
import type { ShownItem } from "@/lib/vault/item";

type Props = {
  item: ItemRow;
  content: ShownItem;
  open: OpenSecret;
  /** Tells the log what was done with it. */
  tell: (what: ReportedEvent) => void;
};

/** Everything that an item has, part by part. What is empty is left out. */
export function ItemParts({ item, content, open, tell }: Props) {
  const t = useTranslations("vault.item");
  const part = useTranslations("vault.parts");
  const { may } = item;
  const login = content.type === "login" ? (content as ShownItem<"login">) : null;
  return (
    <>
      <dl className="flex flex-col gap-3.5">
        {textPartsOf(content.type).map(({ name }) => {
          const value = partOf(content, name);
          const label = part(name);
          if (value === null || name === "totp") return null;
          if (typeof value === "string")
            return (
              <DescriptionRow
                key={name}
                label={label}
                actions={<CopyButton label={t("copy", { part: label })} value={value} />}
              >
                <span className="whitespace-pre-wrap">{value}</span>
              </DescriptionRow>
            );
          const isPassword = name === "password";
          return (
            <ItemSecret
              key={`${item.id} ${name}`}
              label={label}
              sealed={value}
              open={open}
              mayReveal={may.reveal}
              {...(isPassword && {
                onReveal: () => tell("password_revealed"),
                onCopied: () => tell("password_copied"),
              })}
            />
          );
        })}
        {login?.data.totp ? (
          <ItemCode
            key={`${item.id} ${item.revisedAt.getTime()}`}
            sealed={login.data.totp}
            open={open}
            mayReveal={may.reveal}
          />
        ) : null}
        {websitesOf(content).map(({ uri }) => (
          <Website key={uri} uri={uri} />
        ))}
        <AddedFields item={item} content={content} open={open} />
        {content.notes ? (
          <DescriptionRow
            label={t("notes")}
            actions={<CopyButton label={t("copy", { part: t("notes") })} value={content.notes} />}
          >
            <span className="whitespace-pre-wrap font-normal text-muted">{content.notes}</span>
          </DescriptionRow>
        ) : null}
      </dl>
      {may.reveal ? <FormerPasswords content={content} open={open} /> : null}
    </>
  );
}
