"use client";

import { Search, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent as Press, useEffect, useRef, useState } from "react";
import { Kbd } from "@/components/ui/kbd";
import { isTyping, useShortcutPreference } from "@/components/ui/shortcut-preference";
import { uninvited } from "@/components/ui/uninvited";
import { VisuallyHidden } from "@/components/ui/visually-hidden";

type Props = {
  /** Its name and its placeholder, such as "Search clients". */
  label: string;
  defaultValue?: string;
  /** Called 200 ms after the last key, at once when cleared or on Enter. */
  onSearch: (text: string) => void;
  /** What is searched is here already, so `onSearch` is called with every key. */
  atOnce?: boolean;
  /** How many were found, where no foot of a list says it. */
  found?: number;
  /** Whether `/` leads here: to one box of a page. */
  takesSlash?: boolean;
};

export function SearchBox({
  label,
  defaultValue = "",
  onSearch,
  found,
  takesSlash = true,
  atOnce = false,
}: Props) {
  const t = useTranslations("ui");
  const [text, setText] = useState(defaultValue);
  const [areOn] = useShortcutPreference();
  const shortcuts = areOn && takesSlash;
  const input = useRef<HTMLInputElement>(null);
  const timer = useRef<number>(undefined);

  useEffect(() => () => window.clearTimeout(timer.current), []);

  useEffect(() => {
    if (!shortcuts) return;
    function focus(event: KeyboardEvent) {
      if (event.key !== "/" || isTyping(event)) return;
      event.preventDefault();
      input.current?.focus();
    }
    window.addEventListener("keydown", focus);
    return () => window.removeEventListener("keydown", focus);
  }, [shortcuts]);

  function search(next: string, delay: number) {
    setText(next);
    window.clearTimeout(timer.current);
    if (atOnce) onSearch(next.trim());
    else timer.current = window.setTimeout(() => onSearch(next.trim()), delay);
  }

  function press(event: Press) {
    if (event.key === "Enter") search(text, 0);
    if (event.key !== "Escape" || text === "") return;
    // The first Esc clears; only the next one reaches a dialog or drawer around the box.
    event.stopPropagation();
    search("", 0);
  }

  return (
    <search className="control flex h-9 w-full items-center gap-2 ps-2.5 pe-1.5">
      <Search aria-hidden="true" className="text-muted" />
      {/* A browser keeps what is typed into its pages with their history, and somebody searches for names of items. */}
      <input
        {...uninvited}
        ref={input}
        type="text"
        inputMode="search"
        aria-label={label}
        aria-keyshortcuts={shortcuts ? "/" : undefined}
        placeholder={label}
        value={text}
        onChange={(event) => search(event.target.value, 200)}
        onKeyDown={press}
        className="h-full min-w-0 flex-1 bg-transparent text-ellipsis outline-none"
      />
      {text ? (
        <button
          type="button"
          aria-label={t("clearSearch")}
          onClick={() => {
            search("", 0);
            input.current?.focus();
          }}
          className="grid size-6 flex-none place-items-center rounded-small text-muted hover:text-ink"
        >
          <X aria-hidden="true" />
        </button>
      ) : null}
      {found === undefined ? null : (
        <VisuallyHidden>
          <span role="status">{text ? t("found", { count: found }) : null}</span>
        </VisuallyHidden>
      )}
      {!text && shortcuts ? (
        <span aria-hidden="true" className="max-md:hidden">
          <Kbd>/</Kbd>
        </span>
      ) : null}
    </search>
  );
}
