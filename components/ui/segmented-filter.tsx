import { AppLink } from "@/components/ui/app-link";
import { cx } from "@/components/ui/cx";

type Segment = { label: string; href: string; count?: number; current: boolean };

/** Views of one list as pills. Each is a link, so a view can be bookmarked and shared. */
export function SegmentedFilter({ label, segments }: { label: string; segments: readonly Segment[] }) {
  return (
    <nav aria-label={label} className="flex flex-wrap gap-1.5">
      {segments.map((segment) => (
        <AppLink
          key={segment.href}
          href={segment.href}
          scroll={false}
          aria-current={segment.current ? "true" : undefined}
          className={cx(
            "inline-flex min-h-8 items-center gap-2 rounded-full border px-3.5 font-medium text-sm transition-colors",
            segment.current
              ? "border-primary bg-primary text-on-primary forced-colors:border-[Highlight] forced-colors:bg-[Highlight] forced-colors:text-[HighlightText] forced-colors:forced-color-adjust-none"
              : "border-line-strong bg-raised text-muted hover:border-edge hover:text-ink",
          )}
        >
          {segment.label}
          {segment.count === undefined ? null : (
            <span className="font-semibold tabular-nums">{segment.count}</span>
          )}
        </AppLink>
      ))}
    </nav>
  );
}
