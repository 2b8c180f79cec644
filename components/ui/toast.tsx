"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { ToneIcon } from "@/components/ui/tone-icon";

type Toast = {
  id: number;
  kind: "success" | "error";
  title: string;
  description: string | undefined;
  /** Takes back what was done. */
  undo: (() => void) | undefined;
};
/** Answers how to take it away before its time. */
type Add = (toast: Omit<Toast, "id">) => () => void;
type Toasts = { add: Add; clear: () => void };

const ToastContext = createContext<Toasts>({ add: () => () => {}, clear: () => {} });

/** How long a success stays, in milliseconds. */
const stay = 5000;
/** And one that can be taken back. */
const stayToUndo = 10_000;
/** How many stand at once; the oldest goes first. */
const limit = 3;

/**
 * Holds the toasts of the window: once, around everything. They stand where there is nothing to use: in the
 * side bar between the navigation and its foot, and on a phone under the bar at the top, where the page makes room.
 */
export function ToastProvider({ children }: { children: ReactNode }) {
  const [toasts, setToasts] = useState<readonly Toast[]>([]);
  const lastId = useRef(0);

  const close = useCallback((id: number) => setToasts((shown) => shown.filter((each) => each.id !== id)), []);
  const add = useCallback<Add>(
    (toast) => {
      lastId.current += 1;
      const next = { ...toast, id: lastId.current };
      setToasts((shown) => [...shown, next].slice(-limit));
      return () => close(next.id);
    },
    [close],
  );

  const clear = useCallback(() => setToasts([]), []);
  const given = useMemo(() => ({ add, clear }), [add, clear]);

  const box = useRef<HTMLDivElement>(null);
  // On a phone the page makes room for them: see `globals.css`.
  useEffect(() => {
    if (!box.current) return;
    const observer = new ResizeObserver(([entry]) => {
      const height = entry?.contentRect.height ?? 0;
      document.documentElement.style.setProperty("--toasts", `${height > 0 ? height + 8 : 0}px`);
    });
    observer.observe(box.current);
    return () => observer.disconnect();
  }, []);

  const list = (kind: Toast["kind"]) =>
    toasts
      .filter((each) => each.kind === kind)
      .map((toast) => <ToastCard key={toast.id} toast={toast} onClose={close} />);

  return (
    <ToastContext value={given}>
      {children}
      {/* A live region, even if silent, stays usable beside a dialog. */}
      <div
        ref={box}
        aria-live="off"
        data-toasts=""
        className="fixed inset-x-14 top-1 z-70 flex flex-col gap-2 md:inset-x-auto md:start-3 md:w-53 tall:md:top-auto tall:md:bottom-26"
      >
        {/* There before its contents, so that they are read out. */}
        <div role="status" aria-live="polite" className="flex flex-col gap-2 empty:hidden">
          {list("success")}
        </div>
        {list("error")}
      </div>
    </ToastContext>
  );
}

function ToastCard({ toast, onClose }: { toast: Toast; onClose: (id: number) => void }) {
  const t = useTranslations("ui");
  const { id, kind, title, description, undo } = toast;
  const isError = kind === "error";
  const [isHeld, setHeld] = useState(false);

  useEffect(() => {
    if (isError || isHeld) return;
    const timer = window.setTimeout(() => onClose(id), undo ? stayToUndo : stay);
    return () => window.clearTimeout(timer);
  }, [id, isError, isHeld, undo, onClose]);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a toast that is being read stays
    <div
      role={isError ? "alert" : undefined}
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      className="flex items-start gap-2.5 rounded-[10px] border bg-raised py-2.5 ps-3 pe-1.5 text-sm shadow-float"
    >
      <span className={isError ? "mt-px text-bad" : "mt-px text-ok"}>
        <ToneIcon tone={isError ? "bad" : "ok"} />
      </span>
      <div className="wrap-anywhere min-w-0 flex-1">
        <p className="font-medium">{title}</p>
        {description ? <p className="mt-0.5 text-muted">{description}</p> : null}
        {undo ? (
          <Button
            variant="link"
            size="s"
            onClick={() => {
              onClose(id);
              undo();
            }}
          >
            {t("undo")}
          </Button>
        ) : null}
      </div>
      <button
        type="button"
        aria-label={t("close")}
        onClick={() => onClose(id)}
        className="grid size-6 flex-none place-items-center rounded-small text-muted hover:bg-tint hover:text-ink"
      >
        <X aria-hidden="true" />
      </button>
    </div>
  );
}

/** Says that something happened. Successes go after some seconds, errors stay until they are closed. */
export function useToast() {
  const { add, clear } = use(ToastContext);
  return useMemo(
    () => ({
      /** Takes all of them away, where what they say is over. */
      clear,
      success: (title: string, description?: string, undo?: () => void) =>
        add({ kind: "success", title, description, undo }),
      error: (title: string, description?: string) =>
        add({ kind: "error", title, description, undo: undefined }),
    }),
    [add, clear],
  );
}
