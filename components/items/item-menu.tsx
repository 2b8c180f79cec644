"use client";

import { Copy, ExternalLink } from "lucide-react";
import { useTranslations } from "next-intl";
import { Cancelled } from "@/components/forms/cancelled";
import { actEntries } from "@/components/items/act-entries";
import type { AnyAct } from "@/components/items/act-needs";
import type { Offer } from "@/components/items/acts-for";
import type { ItemRow } from "@/components/items/item";
import { partOf, textOfPart, websitesOf } from "@/components/items/text-parts";
import { useOpenSecret } from "@/components/items/use-open-secret";
import type { AskReprompt } from "@/components/items/use-reprompt";
import { webAddress } from "@/components/items/web-address";
import type { MenuEntry } from "@/components/ui/menu";
import { RowMenu } from "@/components/ui/row-menu";
import { useToast } from "@/components/ui/toast";
import { writeText } from "@/components/ui/write-text";
import type { ReportedEvent } from "@/lib/domain/item/inputs";
import type { StillSealed } from "@/lib/vault/item";
import { readCode } from "@/lib/vault/item-code";

type Props = {
  item: ItemRow;
  /** What can be done with it. */
  offers: () => Offer[];
  /** Asks for the master password where the item wants it. */
  askReprompt: AskReprompt;
  tell: (what: ReportedEvent) => void;
  onAct: (act: AnyAct) => void;
};

/** What can be done with one item of a list: copying what it is for, changing it, and where it is kept. */
export function ItemMenu({ item, offers, askReprompt, tell, onAct }: Props) {
  const t = useTranslations("vault.acts");
  const vault = useTranslations("vault");
  const toast = useToast();
  const openNow = useOpenSecret(item);
  const { content, may, deletedAt } = item;

  const open = async (secret: StillSealed) => {
    await askReprompt(item);
    return openNow(secret);
  };

  const copy = (text: string | (() => Promise<string>), what?: ReportedEvent) => () =>
    void writeText(text).then(
      () => {
        toast.success(t("copied"));
        if (what) tell(what);
      },
      (error) => {
        if (!(error instanceof Cancelled)) toast.error(vault("item.notOpened"));
      },
    );

  function entries(): MenuEntry[] {
    const handsOut = content !== null && deletedAt === null && may.reveal;
    const username = content && textOfPart(content, "username");
    const password = handsOut && content.type === "login" ? partOf(content, "password") : null;
    const code = handsOut && content.type === "login" ? partOf(content, "totp") : null;
    const site = content && websitesOf(content).map(({ uri }) => webAddress(uri))[0];
    const icon = <Copy aria-hidden="true" />;
    return [
      ...(username ? [{ label: t("copyUsername"), icon, onSelect: copy(username) }] : []),
      ...(password && typeof password !== "string"
        ? [{ label: t("copyPassword"), icon, onSelect: copy(() => open(password), "password_copied") }]
        : []),
      ...(code && typeof code !== "string"
        ? [{ label: t("copyCode"), icon, onSelect: copy(async () => codeOf(await open(code))) }]
        : []),
      ...(site?.is === "link"
        ? [
            {
              label: t("openSite"),
              icon: <ExternalLink aria-hidden="true" />,
              onSelect: () => void window.open(site.href, "_blank", "noopener,noreferrer"),
            },
          ]
        : []),
      ...actEntries(offers(), t, onAct),
    ];
  }

  return <RowMenu label={vault("options", { name: content?.name || vault("broken") })} entries={entries} />;
}

/** The present code of what an item keeps for codes. */
function codeOf(text: string): string {
  const maker = readCode(text);
  if (!maker) throw new Error("it makes no code");
  return maker.codeAt(new Date());
}
