import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Mark } from "@/components/shell/mark";
import { RingArt } from "@/components/shell/ring-art";

type Props = {
  title: ReactNode;
  subtitle?: ReactNode;
  /** A form; controls are 42 high here (`size="l"`). */
  children: ReactNode;
  /** Quiet links under the form: log out, languages. */
  foot?: ReactNode;
};

/** Signing in, registering, unlocking: what this is on the left, what to do on the right. */
export function AuthFrame({ title, subtitle, children, foot }: Props) {
  const t = useTranslations("ui");
  return (
    <div className="flex min-h-dvh flex-col md:grid md:grid-cols-2">
      <header className="relative flex flex-col overflow-hidden bg-side p-4 text-white md:p-11">
        <p className="flex items-center gap-2.5 font-semibold text-[17px] tracking-[-0.01em]">
          <Mark />
          {t("product")}
        </p>
        {/* In a box of its own, so that no words run over it, at any size. */}
        <div className="relative my-8 min-h-0 flex-1 max-md:hidden">
          <RingArt />
        </div>
        <div className="max-w-100 max-md:hidden">
          <p className="max-w-90 text-balance font-semibold text-motto tracking-[-0.02em]">{t("motto")}</p>
          <p className="mt-3 text-lead text-side-ink">{t("mottoDetail")}</p>
        </div>
      </header>
      <main
        id="main"
        className="grid flex-1 content-start justify-items-center px-4 py-10 md:content-center md:px-8"
      >
        <div className="flex w-full max-w-90 flex-col gap-4">
          <div>
            <h1 className="font-semibold text-auth tracking-[-0.018em]">{title}</h1>
            {subtitle ? <p className="wrap-anywhere mt-0.5 text-muted">{subtitle}</p> : null}
          </div>
          {children}
          {foot ? (
            <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 text-sm">{foot}</div>
          ) : null}
        </div>
      </main>
    </div>
  );
}
