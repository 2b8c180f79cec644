"use client";

import { ArrowDownUp } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Menu } from "@/components/ui/menu";
import type { Sort } from "@/components/ui/table-heading";

/** A column that a table can be sorted by. */
export type SortChoice = { label: string } & Sort;

/** The headings that sort, as a menu: for phones, where the line of headings is not shown. */
export function SortMenu({ sorts }: { sorts: readonly SortChoice[] }) {
  const t = useTranslations("ui.sort");
  const now = sorts.find(({ state }) => state !== "none");
  return (
    <div className="hidden border-b px-2 py-1.5 rows:flex">
      <Menu
        align="start"
        trigger={
          <Button variant="quiet" size="s" icon={<ArrowDownUp aria-hidden="true" />}>
            {now && now.state !== "none"
              ? t("by", { order: t(now.state, { column: now.label }) })
              : t("label")}
          </Button>
        }
        entries={sorts.map(({ label, state, ...by }) => ({
          label: t(state === "ascending" ? "descending" : "ascending", { column: label }),
          ...("href" in by ? { href: by.href } : { onSelect: by.onSort }),
        }))}
      />
    </div>
  );
}
