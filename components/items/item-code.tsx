"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import type { OpenSecret } from "@/components/items/item-secret";
import { useOpened } from "@/components/items/use-opened";
import { CopyButton } from "@/components/ui/copy-button";
import { DescriptionRow } from "@/components/ui/description-row";
import type { StillSealed } from "@/lib/vault/item";
import { type CodeMaker, readCode } from "@/lib/vault/item-code";

type Props = { sealed: StillSealed; open: OpenSecret; mayReveal: boolean };

/** The code for two-step login that an item makes, with the time that it is still good for. */
export function ItemCode({ sealed, open, mayReveal }: Props) {
  const t = useTranslations("vault.item");
  const label = useTranslations("vault.parts")("totp");
  const text = useOpened(mayReveal ? sealed : null, open);
  const maker = text === null ? null : readCode(text);
  return (
    <DescriptionRow
      label={label}
      actions={
        maker ? (
          <CopyButton label={t("copyCode")} value={() => Promise.resolve(maker.codeAt(new Date()))} />
        ) : null
      }
    >
      {mayReveal ? (
        maker ? (
          <RunningCode maker={maker} />
        ) : text === null ? null : (
          <span className="font-normal text-muted">{t("noCode")}</span>
        )
      ) : (
        <span className="font-normal text-muted">{t("hiddenByPermission")}</span>
      )}
    </DescriptionRow>
  );
}

function RunningCode({ maker }: { maker: CodeMaker }) {
  const t = useTranslations("vault.item");
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = window.setInterval(() => setNow(new Date()), 1000);
    return () => window.clearInterval(timer);
  }, []);
  const code = maker.codeAt(now);
  const left = maker.periodSeconds - (Math.floor(now.getTime() / 1000) % maker.periodSeconds);
  return (
    <span className="flex items-center gap-2.5">
      <span translate="no" className="font-mono text-base tabular-nums tracking-wide">
        {code.length === 6 ? `${code.slice(0, 3)} ${code.slice(3)}` : code}
      </span>
      <span
        role="timer"
        aria-label={t("codeLeft", { seconds: left })}
        className="relative grid size-6 place-items-center"
      >
        <svg viewBox="0 0 36 36" aria-hidden="true" className="absolute size-full -rotate-90">
          <circle cx="18" cy="18" r="15.9" fill="none" strokeWidth="4" className="stroke-line" />
          <circle
            cx="18"
            cy="18"
            r="15.9"
            fill="none"
            strokeWidth="4"
            pathLength="100"
            strokeDasharray={`${(100 * left) / maker.periodSeconds} 100`}
            className={left > 5 ? "stroke-brass" : "stroke-bad"}
          />
        </svg>
        <span aria-hidden="true" className="text-[10px] tabular-nums">
          {left}
        </span>
      </span>
    </span>
  );
}
