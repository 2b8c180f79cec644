"use client";

import { Check, Copy } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { IconButton } from "@/components/ui/icon-button";

type Props = {
  /** Its name: "Copy password". */
  label: string;
  /** The text, or a way to get it only when it is asked for. */
  value: string | (() => Promise<string>);
};

/** Copies, and says so for two seconds, to the eye and to the ear. */
export function CopyButton({ label, value }: Props) {
  const t = useTranslations("ui");
  const [outcome, setOutcome] = useState<"none" | "copied" | "refused">("none");

  useEffect(() => {
    if (outcome === "none") return;
    const timer = window.setTimeout(() => setOutcome("none"), 2000);
    return () => window.clearTimeout(timer);
  }, [outcome]);

  async function copy() {
    try {
      await navigator.clipboard.writeText(typeof value === "string" ? value : await value());
      setOutcome("copied");
    } catch {
      // Without permission or a secure context the browser refuses; saying so is all that can be done.
      setOutcome("refused");
    }
  }

  return (
    <>
      <IconButton
        size="s"
        label={label}
        onClick={copy}
        icon={
          outcome === "copied" ? (
            <Check aria-hidden="true" className="text-ok" />
          ) : (
            <Copy aria-hidden="true" />
          )
        }
      />
      <span role="status" className={outcome === "refused" ? "text-bad text-label" : "sr-only"}>
        {outcome === "none" ? "" : t(outcome === "copied" ? "copied" : "notCopied")}
      </span>
    </>
  );
}
