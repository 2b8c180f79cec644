"use client";

import { Eye, EyeOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { cx } from "@/components/ui/cx";
import type { InputProps } from "@/components/ui/input";

/** A secret being typed, with a button that shows and hides it. */
export function PasswordInput({ size = "m", ...rest }: Omit<InputProps, "type">) {
  const t = useTranslations("ui");
  const [shown, setShown] = useState(false);

  return (
    <span className={cx("control flex items-center", size === "l" ? "h-[42px]" : "h-9")}>
      <input
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
        {...rest}
        type={shown ? "text" : "password"}
        className={cx(
          "h-full min-w-0 flex-1 rounded-control bg-transparent ps-3 outline-none",
          shown ? "font-mono" : "tracking-[0.12em] placeholder:tracking-normal",
        )}
      />
      <button
        type="button"
        aria-label={shown ? t("hidePassword") : t("showPassword")}
        aria-pressed={shown}
        onClick={() => setShown(!shown)}
        className="me-1 grid size-7 flex-none place-items-center rounded-badge text-muted hover:text-ink"
      >
        {shown ? <EyeOff aria-hidden="true" /> : <Eye aria-hidden="true" />}
      </button>
    </span>
  );
}
