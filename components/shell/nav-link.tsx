import { useTranslations } from "next-intl";
import type { NavEntry } from "@/components/shell/nav-entry";
import { AppLink } from "@/components/ui/app-link";
import { cx } from "@/components/ui/cx";
import { VisuallyHidden } from "@/components/ui/visually-hidden";

type Props = {
  entry: NavEntry;
  nested?: boolean;
  current?: boolean;
  /** The head of the group that holds the page. */
  open?: boolean;
};

export function NavLink({ entry, nested = false, current = false, open = false }: Props) {
  const t = useTranslations("ui");
  const waiting = entry.badge ?? 0;
  return (
    <AppLink
      href={entry.href}
      aria-current={current ? "page" : undefined}
      className={cx(
        "relative flex items-center gap-2.5 rounded-item py-1 pe-2.5 font-book transition-colors hover:bg-side-active/60 hover:text-white",
        nested ? "min-h-8 ps-9.5" : "min-h-8.5 ps-2.5",
        current &&
          "bg-side-active text-white before:absolute before:inset-y-0 before:start-0 before:w-1 before:rounded-s-item before:border-side-brass before:border-s-2",
        !current && (open ? "text-white" : nested ? "text-side-muted" : "text-side-ink"),
      )}
    >
      {entry.icon ? <span className="opacity-80">{entry.icon}</span> : null}
      <span className="min-w-0 flex-1">{entry.label}</span>
      {waiting > 0 ? (
        <span className="font-strong text-side-brass text-xs tabular-nums">
          <span aria-hidden="true">{waiting}</span>
          <VisuallyHidden>{t("waiting", { count: waiting })}</VisuallyHidden>
        </span>
      ) : null}
    </AppLink>
  );
}
