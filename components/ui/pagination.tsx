import { ChevronFirst, ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { LinkButton } from "@/components/ui/link-button";

type Props = {
  /** What is shown: "51–100 of 312 clients". */
  children: ReactNode;
  firstHref?: string | undefined;
  nextHref?: string | undefined;
};

/** The foot of a list. Without other pages it only says how much is shown. */
export function Pagination({ children, firstHref, nextHref }: Props) {
  const t = useTranslations("ui");
  return (
    <div className="flex min-h-8 flex-wrap items-center gap-2 px-0.5 pt-3 text-label text-muted">
      {/* After a search, it is how many were found: that is said to those who hear the page. */}
      <p role="status" className="me-auto tabular-nums">
        {children}
      </p>
      {firstHref || nextHref ? (
        <nav aria-label={t("pages")} className="flex gap-2">
          {firstHref ? (
            <LinkButton
              size="s"
              variant="quiet"
              href={firstHref}
              icon={<ChevronFirst aria-hidden="true" className="rtl:rotate-180" />}
            >
              {t("first")}
            </LinkButton>
          ) : null}
          {nextHref ? (
            <LinkButton size="s" variant="quiet" href={nextHref}>
              {t("next")}
              <ChevronRight aria-hidden="true" className="rtl:rotate-180" />
            </LinkButton>
          ) : null}
        </nav>
      ) : null}
    </div>
  );
}
