"use client";

import { ChevronDown, Tag as TagIcon } from "lucide-react";
import { usePathname, useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { openTagsOfRows, type SealedTags, shadeOf } from "@/components/clients/tags";
import { listAddress } from "@/components/lists/list-address";
import { Button } from "@/components/ui/button";
import { Menu } from "@/components/ui/menu";
import { Decrypted } from "@/components/vault/decrypted";
import { useUnlockInPlace } from "@/components/vault/use-unlock-in-place";

type Props = { sealed: SealedTags; current: string | null };

/**
 * Shows the clients of one tag. Its choice stands in the address by the tag's id: the name is sealed. Asked for while the
 * vault is locked, the tags open once it is not.
 */
export function TagFilter({ sealed, current }: Props) {
  const t = useTranslations("clients.tags");
  const pathname = usePathname();
  const params = useSearchParams();
  const unlock = useUnlockInPlace();
  /** Whether they were asked for while the vault was locked. */
  const [wasAsked, setAsked] = useState(false);
  const to = (tag: string | undefined) => listAddress(pathname, Object.fromEntries(params), { tag });
  if (sealed.tags.length === 0 && !current) return null;

  return (
    <Decrypted
      sealed={sealed}
      open={openTagsOfRows}
      fallback={
        <Button
          variant="quiet"
          size="s"
          icon={<TagIcon aria-hidden="true" />}
          onClick={() => void unlock().then(setAsked)}
        >
          {current ? t("filteredLocked") : t("filter")}
        </Button>
      }
    >
      {(tags) => {
        const chosen = tags.find(({ id }) => id === current);
        return (
          <Menu
            align="start"
            defaultOpen={wasAsked}
            trigger={
              <Button variant="quiet" size="s" icon={<TagIcon aria-hidden="true" />}>
                {current ? t("filtered", { name: chosen?.name ?? t("unreadable") }) : t("filter")}
                <ChevronDown aria-hidden="true" />
              </Button>
            }
            entries={[
              ...(current ? [{ label: t("all"), href: to(undefined) }] : []),
              ...tags.map(({ id, color, name }) => ({
                label: name ?? t("unreadable"),
                icon: (
                  <span
                    aria-hidden="true"
                    style={{ backgroundColor: shadeOf(color) }}
                    className="keeps-color m-1 inline-block size-2.5 rounded-full"
                  />
                ),
                href: to(id),
              })),
            ]}
          />
        );
      }}
    </Decrypted>
  );
}
