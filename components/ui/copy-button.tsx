"use client";

import { Check, Copy } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { useToast } from "@/components/ui/toast";
import { writeText } from "@/components/ui/write-text";

type Props = {
  /** Its name: "Copy password". */
  label: string;
  /** The text, or a function that gets it when it is asked for. If the function fails, it has to show why itself. */
  value: string | (() => Promise<string>);
  /** Told once the clipboard has it. */
  onCopied?: () => void;
};

/** Copies a text. When the clipboard has it, the button says so for two seconds, also to screen readers. */
export function CopyButton({ label, value, onCopied }: Props) {
  const t = useTranslations("ui");
  const toast = useToast();
  const [isCopied, setCopied] = useState(false);

  useEffect(() => {
    if (!isCopied) return;
    const timer = window.setTimeout(() => setCopied(false), 2000);
    return () => window.clearTimeout(timer);
  }, [isCopied]);

  async function copy() {
    setCopied(false);
    let isMissing = false;
    const missing = (error: unknown): never => {
      isMissing = true;
      throw error;
    };
    try {
      await writeText(typeof value === "string" ? value : () => value().catch(missing));
    } catch {
      // Without permission or a secure context the browser refuses.
      if (!isMissing) toast.error(t("notCopied"), t("notCopiedText"));
      return;
    }
    setCopied(true);
    onCopied?.();
  }

  return (
    <>
      <IconButton
        size="s"
        label={label}
        onClick={copy}
        icon={isCopied ? <Check aria-hidden="true" className="text-ok" /> : <Copy aria-hidden="true" />}
      />
      <span role="status" className="sr-only">
        {isCopied ? t("copied") : ""}
      </span>
    </>
  );
}
