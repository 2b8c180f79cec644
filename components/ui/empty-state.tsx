import type { ReactNode } from "react";
import { Illustration, type IllustrationName } from "@/components/ui/illustration";

type Props = {
  illustration: IllustrationName;
  title: ReactNode;
  children?: ReactNode;
  /** The one button that fills the list. */
  action?: ReactNode;
  /** There is nothing else on the page, so its title is the page's heading. */
  alone?: boolean;
};

/** Says what an empty list would show, and how to fill it. */
export function EmptyState({ illustration, title, children, action, alone = false }: Props) {
  const Heading = alone ? "h1" : "h2";
  return (
    <div className="wrap-anywhere flex flex-col items-center px-6 py-12 text-center">
      <Illustration name={illustration} />
      <Heading className="mt-4 font-semibold text-section">{title}</Heading>
      {children ? <div className="mt-1 max-w-md text-balance text-muted">{children}</div> : null}
      {action ? <div className="mt-5">{action}</div> : null}
    </div>
  );
}
