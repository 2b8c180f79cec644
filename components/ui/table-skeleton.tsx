import { useTranslations } from "next-intl";
import { Skeleton } from "@/components/ui/skeleton";
import { VisuallyHidden } from "@/components/ui/visually-hidden";

const skeletonWidths = ["46%", "34%", "52%", "40%", "30%"];

/**
 * Stands for a table that is loading: a line of headings and rows of 54 pixels, so that nothing moves when the
 * table comes.
 */
export function TableSkeleton({ rows = 5 }: { rows?: number }) {
  const t = useTranslations("ui");
  return (
    <div role="status" className="overflow-clip rounded-card border bg-raised shadow-card">
      <VisuallyHidden>{t("loading")}</VisuallyHidden>
      <div className="flex h-10 items-center border-b px-3.5 max-md:hidden">
        <Skeleton width="72px" height="10px" />
      </div>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows are alike and never move
        <div key={row} className="flex h-[54px] items-center gap-3 border-b px-3.5 last:border-b-0">
          <Skeleton width="32px" height="32px" round />
          <Skeleton width={skeletonWidths[row % skeletonWidths.length] ?? "40%"} />
          <span className="ms-auto" />
          <Skeleton width="12%" />
        </div>
      ))}
    </div>
  );
}
