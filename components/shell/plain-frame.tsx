import type { ReactNode } from "react";
import { ProductHead } from "@/components/shell/product-head";

type Props = {
  title: ReactNode;
  children: ReactNode;
  /** Under the card: the year, the version, the choice of language. */
  foot: ReactNode;
};

/** One card on plain paper: for those who come by a link and may not have an account yet. */
export function PlainFrame({ title, children, foot }: Props) {
  return (
    <div className="flex min-h-dvh flex-col items-center px-4 py-8 md:py-14">
      <ProductHead />
      <main
        id="main"
        className="wrap-anywhere mt-7 w-full max-w-105 rounded-card border bg-raised p-6 shadow-card"
      >
        <h1 className="font-semibold text-title tracking-[-0.018em]">{title}</h1>
        <div className="mt-3 flex flex-col gap-4">{children}</div>
      </main>
      <footer className="mt-auto flex flex-wrap justify-center gap-x-3 gap-y-1 pt-8 text-label text-muted">
        {foot}
      </footer>
    </div>
  );
}
