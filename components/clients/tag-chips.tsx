"use client";

import { useTranslations } from "next-intl";
import { openTagsOfRows, type SealedTags, shadeOf } from "@/components/clients/tags";
import { Badge } from "@/components/ui/badge";
import { Chip } from "@/components/ui/chip";
import { Decrypted } from "@/components/vault/decrypted";

type Props = { ids: readonly string[]; sealed: SealedTags };

/** The tags of one client, by name; while the vault is locked, how many there are. */
export function TagChips({ ids, sealed }: Props) {
  const t = useTranslations("clients.tags");
  if (ids.length === 0) return null;
  return (
    <Decrypted
      sealed={sealed}
      open={openTagsOfRows}
      fallback={<Badge>{t("count", { count: ids.length })}</Badge>}
    >
      {(tags) => (
        <>
          {tags
            .filter(({ id }) => ids.includes(id))
            .map(({ id, color, name }) => (
              <Chip key={id} color={shadeOf(color)}>
                {name ?? t("unreadable")}
              </Chip>
            ))}
        </>
      )}
    </Decrypted>
  );
}
