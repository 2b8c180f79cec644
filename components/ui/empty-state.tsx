import type { ReactNode } from "react";
import { Illustration, type IllustrationName } from "@/components/ui/illustration";

type Props = {
  illustration: IllustrationName;
  title: ReactNode;
  children?: ReactNode;
  /** The one button that fills the list. */
  action?: ReactNode;
};

/** What would be here, and how it gets here. */
export function EmptyState({ illustration, title, children, action }: Props) {
  return (
    <div className="flex flex-col items-center px-6 py-12 text-center">
      <Illustration name={illustration} />
      <h2 className="mt-4 font-semibold text-section">{title}</h2>
      {children ? <div className="mt-1 max-w-md text-balance text-muted">{children}</div> : null}
      {action ? <div className="mt-5">{action}</div> : null}
    </div>
  );
}
