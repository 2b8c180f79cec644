import type { ReactNode } from "react";
import { type ListParams, listAddress } from "@/components/lists/list-address";
import { Pagination } from "@/components/ui/pagination";

type Props = {
  path: string;
  /** The address of the page that is shown. */
  query: ListParams;
  /** Where the next page begins; null on the last. */
  next: string | null;
  /** What is shown: "50 clients on this page". */
  children: ReactNode;
};

/** The foot of a list that is read a page at a time: on to the next, and back to the first. */
export const ListPages = ({ path, query, next, children }: Props) => (
  <Pagination
    firstHref={query.cursor ? listAddress(path, query, {}) : undefined}
    nextHref={next ? listAddress(path, query, { cursor: next }) : undefined}
  >
    {children}
  </Pagination>
);
