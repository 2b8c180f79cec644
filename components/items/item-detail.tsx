"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { ItemRow } from "@/components/items/item";
import { subtitleOf } from "@/components/items/subtitle";
import { partOf, textOfPart } from "@/components/items/text-parts";
import { useOpenSecret } from "@/components/items/use-open-secret";
import { useOpened } from "@/components/items/use-opened";
import { DateTime } from "@/components/ui/date-time";
import { terms } from "@/lib/domain/terms";
import { isStillSealed, type ShownItem, type StillSealed } from "@/lib/vault/item";

/** What stands under the name of an item in a list; nothing where it has none of it. */
export function detailOf(item: ItemRow): ReactNode {
  const { content, may, sealed, deletedAt } = item;
  if (deletedAt) return <TrashDetail deletedAt={deletedAt} />;
  if (!content) return null;
  const number = content.type === "card" ? partOf(content, "number") : null;
  const isShown = may.reveal && sealed.reprompt === "none" && isStillSealed(number);
  return isShown ? <CardDetail item={item} content={content} number={number} /> : subtitleOf(content);
}

/** In the trash, when it goes is what matters of it. */
function TrashDetail({ deletedAt }: { deletedAt: Date }) {
  const t = useTranslations("vault");
  const end = new Date(deletedAt.getTime() + terms.trash.keptMs);
  return t.rich("goesOn", { when: () => <DateTime value={end} show="date" /> });
}

type Props = { item: ItemRow; content: ShownItem; number: StillSealed };

/** A card is told from others by the end of its number, which is opened for the rows in sight alone. */
function CardDetail({ item, content, number }: Props) {
  const opened = useOpened(number, useOpenSecret(item));
  const end = opened?.replaceAll(/\D/g, "").slice(-4) ?? "";
  if (end.length < 4) return subtitleOf(content);
  return [textOfPart(content, "brand"), `*${end}`].filter(Boolean).join(", ");
}
