"use client";

import { useTranslations } from "next-intl";
import { use, useEffect, useRef } from "react";
import { isStale } from "@/components/forms/stale";
import { useLoadCurrent } from "@/components/forms/use-load-current";
import { useMessages } from "@/components/forms/use-messages";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { ClosingContext } from "@/components/ui/closing";
import { LinkButton } from "@/components/ui/link-button";
import type { Failure } from "@/lib/http/result";

/** After these, the same can be sent again as it is. */
const sentAgain = new Set<Failure["code"]>(["vault_locked", "unexpected", "unreachable", "unavailable"]);

type Props = {
  failure: Failure | null;
  /** Something was typed that would be lost. */
  isTyped?: boolean;
};

/** Why nothing was saved: read out, and given the focus so that it is not missed. */
export function FormFailure({ failure, isTyped = false }: Props) {
  const t = useTranslations("ui");
  const common = useTranslations("common");
  const { ofShown, problem } = useMessages();
  const box = useRef<HTMLDivElement>(null);
  const closing = use(ClosingContext);
  const { isLoading, load } = useLoadCurrent();

  useEffect(() => {
    if (failure) box.current?.focus();
  }, [failure]);

  if (!failure) return null;
  const isGone = failure.code === "not_found";

  function reload() {
    load();
    // There is nothing left to change.
    if (isGone) closing?.close();
  }

  const entries = Object.entries(failure.fields ?? {});
  return (
    <div ref={box} role="alert" tabIndex={-1} className="rounded-[10px]">
      <Callout
        tone="bad"
        title={t("form.notSent")}
        action={
          failure.code === "unreachable" || failure.code === "unavailable" ? (
            <Button type="submit" variant="quiet" size="s">
              {t("tryAgain")}
            </Button>
          ) : failure.code === "outdated_page" ? (
            <Button variant="quiet" size="s" onClick={() => window.location.reload()}>
              {t("stale.page")}
            </Button>
          ) : failure.code === "not_signed_in" ? (
            <LinkButton href="/log-in" target="_blank" variant="quiet" size="s">
              {common("logIn")}
            </LinkButton>
          ) : isStale(failure) ? (
            <Button variant="quiet" size="s" busy={isLoading} onClick={reload}>
              {t("stale.load")}
            </Button>
          ) : null
        }
      >
        <p>
          {ofShown(failure)}
          {isTyped && sentAgain.has(failure.code) ? ` ${t("form.kept")}` : null}
        </p>
        {entries.length > 0 ? (
          <ul className="mt-1.5 list-disc ps-4">
            {entries.map(([path, [issue]]) => (
              <li key={path}>{issue ? entryText(path, problem(issue)) : null}</li>
            ))}
          </ul>
        ) : null}
        {failure.id ? (
          <p className="mt-1 text-label text-muted">
            {t("supportId")} <code className="select-all break-all font-mono">{failure.id}</code>
          </p>
        ) : null}
      </Callout>
    </div>
  );

  function entryText(path: string, text: string): string {
    const index = /\.(\d+)$/.exec(path)?.[1];
    return index === undefined ? text : t("form.entry", { number: Number(index) + 1, problem: text });
  }
}
