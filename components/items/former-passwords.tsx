"use client";

import { useTranslations } from "next-intl";
import { ItemSecret, type OpenSecret } from "@/components/items/item-secret";
import { DateTime } from "@/components/ui/date-time";
import type { ShownItem } from "@/lib/vault/item";

type Props = { content: ShownItem; open: OpenSecret };

/** The passwords that an item had before, newest first, for whoever asks for them. */
export function FormerPasswords({ content, open }: Props) {
  const t = useTranslations("vault.item");
  const former = content.passwordHistory.filter(({ password }) => password !== null);
  if (former.length === 0) return null;
  return (
    <details className="group">
      <summary className="cursor-pointer text-link text-label hover:underline">
        {t("formerPasswords", { count: former.length })}
      </summary>
      <dl className="mt-2.5 flex flex-col gap-2.5">
        {former.map(({ password, lastUsedDate }, index) =>
          password ? (
            <ItemSecret
              key={password.sealed}
              label={t("formerPassword", { number: index + 1 })}
              sealed={password}
              open={open}
              mayReveal
              note={
                lastUsedDate
                  ? t.rich("usedUntil", { when: () => <DateTime value={new Date(lastUsedDate)} /> })
                  : null
              }
            />
          ) : null,
        )}
      </dl>
    </details>
  );
}
