"use client";

import { useTranslations } from "next-intl";
import {
  createContext,
  type MouseEvent as PressEvent,
  use,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { Button } from "@/components/ui/button";
import { focusAfter, focusBefore } from "@/components/ui/focus-keeper";
import { useGoingBack } from "@/components/ui/going-back";

/**
 * What stands in the way of closing: something typed, something that is never shown again, or something that is being
 * sent.
 */
type Hold = "typed" | "shown once" | "sending";

type Closing = {
  /** Until the answer is called. */
  hold: (what: Hold) => () => void;
  /** Closes without asking. */
  close: () => void;
  isSending: boolean;
};

export const ClosingContext = createContext<Closing | null>(null);

/** Holds the dialog or drawer around it, if there is one. */
export function useHold(what: Hold | null): void {
  const hold = use(ClosingContext)?.hold;
  useEffect(() => (what ? hold?.(what) : undefined), [hold, what]);
}

type Details = { reason: string; event: Event; cancel: () => void };

/** On what lies around a dialog: a press there takes the focus from nothing, whatever becomes of the dialog. */
export function stayFocused(event: PressEvent<HTMLElement>) {
  if (event.target === event.currentTarget) event.preventDefault();
}

const isOfDoubleClick = (event: Event): boolean => event instanceof MouseEvent && event.detail > 1;

/**
 * One behaviour for Esc, a click outside, *Cancel*, the close button and *Back* of the browser: what is clean closes,
 * what holds something typed asks once, and what is sending stays until there is an answer.
 */
export function useClosing(open: boolean, onOpenChange: (open: boolean) => void, isHeld = false) {
  const [holds, setHolds] = useState<ReadonlyMap<symbol, Hold>>(new Map());
  const [isAsking, setAsking] = useState(false);
  const before = useRef<Element | null>(null);
  const wasOpen = useRef(false);
  // While a page is made on the server, nothing has the focus.
  if (open && !wasOpen.current) before.current = typeof document === "undefined" ? null : focusBefore();
  wasOpen.current = open;
  const change = useRef(onOpenChange);
  change.current = onOpenChange;
  const kinds = [...holds.values()];
  const isSending = isHeld || kinds.includes("sending");
  const asks = kinds.find((kind) => kind !== "sending");

  useEffect(() => {
    if (!open) setAsking(false);
  }, [open]);

  const hold = useCallback((what: Hold) => {
    const key = Symbol();
    setHolds((before) => new Map(before).set(key, what));
    return () => setHolds((before) => new Map([...before].filter(([each]) => each !== key)));
  }, []);
  const close = useCallback(() => change.current(false), []);
  const context = useMemo(() => ({ hold, close, isSending }), [hold, close, isSending]);

  function request(next: boolean, details: Details) {
    if (next) return onOpenChange(true);
    const { target } = details.event;
    // A click on a notice does not close the dialog, although the notice stands outside of it.
    const isNotice = target instanceof Element && target.closest("[data-toasts]") !== null;
    // The second click of a double click on what opened it lands beside it.
    const isSecond = details.reason === "outside-press" && isOfDoubleClick(details.event);
    if (isNotice || isSecond || isSending || asks) details.cancel();
    if (isNotice || isSecond || isSending) return;
    if (!asks) return close();
    // Esc takes back the question; only its own button answers it with yes.
    setAsking(!(isAsking && details.reason === "escape-key"));
  }

  useGoingBack(open, () => request(false, { reason: "back", event: new Event("back"), cancel() {} }));

  const question =
    isAsking && asks && open ? (
      <Question about={asks} onKeep={() => setAsking(false)} onDiscard={close} />
    ) : null;
  return { request, isSending, context, question, finalFocus: () => focusAfter(before.current) };
}

type QuestionProps = { about: Exclude<Hold, "sending">; onKeep: () => void; onDiscard: () => void };

/** Asks once, in place, with the focus on the answer that loses nothing; that leads back to where one was. */
function Question({ about, onKeep, onDiscard }: QuestionProps) {
  const t = useTranslations(about === "typed" ? "ui.unsaved" : "ui.shownOnce");
  const keep = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    const before = document.activeElement;
    keep.current?.focus();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);

  return (
    <div
      role="alertdialog"
      aria-label={t("question")}
      className="flex flex-wrap items-center gap-2.5 border-t bg-warn-tint px-6 py-3.5"
    >
      <p className="me-auto min-w-40 font-medium text-warn max-md:w-full">{t("question")}</p>
      <Button ref={keep} variant="quiet" size="s" onClick={onKeep}>
        {t("keep")}
      </Button>
      <Button variant="danger" size="s" onClick={onDiscard}>
        {t("discard")}
      </Button>
    </div>
  );
}
