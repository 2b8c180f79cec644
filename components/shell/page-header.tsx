import type { ReactNode } from "react";

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
  return (
    <header className="@container px-4 pt-4 pb-3.5 md:px-7 md:pt-5.5">
      <div className="flex flex-wrap items-center gap-3 @[58rem]:flex-nowrap">
        <h1
          dir="auto"
          className="own-direction wrap-anywhere min-w-[min(100%,7rem)] font-semibold text-title tracking-[-0.018em] max-md:flex-1 max-md:basis-36"
        >
          {title}
        </h1>
        {views ? (
          <div className="ms-3 max-md:order-4 max-md:ms-0 max-md:w-full @[58rem]:flex-none">{views}</div>
        ) : null}
        {/* As high as a button, so that every page begins its body at the same height. */}
        <span className="h-9 flex-1 max-md:hidden" />
        {search ? (
          <div className="w-full max-md:order-5 md:w-65 @[58rem]:min-w-36 @[58rem]:shrink-[99]">{search}</div>
        ) : null}
        {/* Together, so that the avatar never wraps alone under a long title. On a phone the avatar stays beside the
            title, and several buttons take a line of their own. */}
        <div className="ms-auto flex flex-none items-center gap-3 empty:hidden max-md:contents">
          {actions ? (
            <div className="flex flex-wrap items-center gap-2.5 max-md:has-[>:nth-child(2)]:order-3 max-md:has-[>:nth-child(2)]:w-full md:justify-end">
              {actions}
            </div>
          ) : null}
          {account}
        </div>
      </div>
    </header>
  );
}
