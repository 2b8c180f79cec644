import type { ReactNode } from "react";
import { cx } from "@/components/ui/cx";

type Props = {
  title: ReactNode;
  /** Beside the title: a choice of view. */
  views?: ReactNode;
  /** A `SearchBox`. On a phone it takes a line of its own. */
  search?: ReactNode;
  /** Buttons, the primary one last. */
  actions?: ReactNode;
  /** The `AccountMenu`. */
  account?: ReactNode;
};

/** The name of the page, and what can be done with all of it. */
export function PageHeader({ title, views, search, actions, account }: Props) {
  const whole = account ? "max-md:-me-11 max-md:w-[calc(100%+2.75rem)]" : "max-md:w-full";
  return (
    <header className="@container px-4 pt-4 pb-3.5 md:px-7 md:pt-5.5">
      <div
        className={cx(
          "flex flex-wrap items-center gap-3 @[58rem]:flex-nowrap",
          account ? "relative max-md:pe-11" : null,
        )}
      >
        <h1
          dir="auto"
          className="own-direction wrap-anywhere min-w-[min(100%,7rem)] font-semibold text-title tracking-[-0.018em] max-md:flex-1 max-md:basis-36"
        >
          {title}
        </h1>
        {views ? (
          <div className={cx("ms-3 max-md:order-4 max-md:ms-0 @[58rem]:flex-none", whole)}>{views}</div>
        ) : null}
        {/* As high as a button, so that every page begins its body at the same height. */}
        <span className="h-9 flex-1 max-md:hidden" />
        {search ? (
          <div className={cx("max-md:order-5 md:w-65 @[58rem]:min-w-36 @[58rem]:shrink-[99]", whole)}>
            {search}
          </div>
        ) : null}
        {/* Together, so that the avatar never wraps alone under a long title. On a phone the avatar keeps the corner, a
            button that does not fit goes below, and several take a line of their own. */}
        <div className="ms-auto flex flex-none items-center gap-3 empty:hidden max-md:contents">
          {actions ? (
            <div
              className={cx(
                "flex flex-wrap items-center justify-end gap-2.5 max-md:order-3",
                account
                  ? "max-md:has-[>:nth-child(2)]:-me-11 max-md:has-[>:nth-child(2)]:w-[calc(100%+2.75rem)]"
                  : "max-md:has-[>:nth-child(2)]:w-full",
              )}
            >
              {actions}
            </div>
          ) : null}
          {account ? <div className="max-md:absolute max-md:end-0 max-md:top-0.5">{account}</div> : null}
        </div>
      </div>
    </header>
  );
}
