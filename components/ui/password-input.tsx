"use client";

import { Eye, EyeOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ChangeEvent, type FocusEvent, useEffect, useRef, useState } from "react";
import { cx } from "@/components/ui/cx";
import type { InputProps } from "@/components/ui/input";
import { uninvitedSecret } from "@/components/ui/uninvited";
import { useIsAlive } from "@/components/ui/use-is-alive";

type Told = { type: string; target: { name: string | undefined; value: string } };

type Props = Omit<InputProps, "type" | "autoComplete" | "onChange" | "onBlur" | "ref"> & {
  /** Whether the browser may fill in a password that it has kept for this site, and keep it. */
  invited: boolean;
  onChange?: (event: Told) => unknown;
  onBlur?: (event: Told) => unknown;
  ref?: (element: HTMLInputElement | null) => void;
  /** What is typed here, where that is no password: its button is called by it. */
  part?: string;
  /** When this number changes, the field shows its text, because a generated password has to be seen. */
  reveal?: number;
};

/**
 * A secret being typed, with a button that shows and hides it.
 *
 * Nothing can be typed until the page is alive, and the element has no name: a browser that sends a form
 * itself sends only what has one. Whoever listens is told the name, by which forms know their fields.
 */
export function PasswordInput(props: Props) {
  const { size = "m", invited, name, onChange, onBlur, ref, part, reveal = 0, ...rest } = props;
  const t = useTranslations("ui");
  const [shown, setShown] = useState(false);
  const [revealed, setRevealed] = useState(reveal);
  if (reveal !== revealed) {
    setRevealed(reveal);
    setShown(true);
  }
  const isAlive = useIsAlive();
  const element = useRef<HTMLInputElement>(null);
  const { autoFocus = false } = rest;

  // The browser gives no focus to a disabled field.
  useEffect(() => {
    if (autoFocus && isAlive && document.activeElement === document.body) element.current?.focus();
  }, [autoFocus, isAlive]);

  const told = ({ type, target }: ChangeEvent<HTMLInputElement> | FocusEvent<HTMLInputElement>): Told => ({
    type,
    target: { name, value: target.value },
  });

  return (
    <span className={cx("control flex items-center", size === "l" ? "h-[42px]" : "h-9")}>
      <input
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
        {...(invited ? { autoComplete: "current-password" } : uninvitedSecret)}
        {...rest}
        ref={(input) => {
          element.current = input;
          ref?.(input);
        }}
        disabled={!isAlive || rest.disabled}
        onChange={(event) => onChange?.(told(event))}
        onBlur={(event) => onBlur?.(told(event))}
        type={shown ? "text" : "password"}
        className={cx(
          "h-full min-w-0 flex-1 rounded-control bg-transparent ps-3 outline-none",
          shown ? "font-mono" : "tracking-[0.12em] placeholder:tracking-normal",
        )}
      />
      <button
        type="button"
        aria-label={
          part === undefined
            ? t(shown ? "hidePassword" : "showPassword")
            : t(shown ? "hidePart" : "showPart", { part })
        }
        aria-pressed={shown}
        onClick={() => setShown(!shown)}
        className="me-1 grid size-7 flex-none place-items-center rounded-badge text-muted hover:text-ink"
      >
        {shown ? <EyeOff aria-hidden="true" /> : <Eye aria-hidden="true" />}
      </button>
    </span>
  );
}
