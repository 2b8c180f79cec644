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
    <header className="flex flex-wrap items-center gap-3 px-4 pt-4 pb-3.5 md:px-7 md:pt-5.5">
      <h1 className="min-w-0 break-words font-semibold text-title tracking-[-0.018em]">{title}</h1>
      {views ? <div className="ms-3 max-md:order-4 max-md:ms-0 max-md:w-full">{views}</div> : null}
      <span className="flex-1" />
      {search ? <div className="max-md:order-5 max-md:w-full">{search}</div> : null}
      {actions ? <div className="flex flex-wrap items-center gap-2.5">{actions}</div> : null}
      {account}
    </header>
  );
}
