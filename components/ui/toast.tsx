"use client";

import { Toast as Base } from "@base-ui/react/toast";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ToneIcon } from "@/components/ui/tone-icon";

/** Holds the toasts of the window: once, around everything. */
export function ToastProvider({ children }: { children: ReactNode }) {
  return (
    <Base.Provider timeout={5000} limit={3}>
      {children}
      <Base.Portal>
        <Base.Viewport className="fixed end-4 bottom-4 z-70 flex w-90 max-w-[calc(100vw-2rem)] flex-col gap-2.5 md:end-6 md:bottom-6">
          <Toasts />
        </Base.Viewport>
      </Base.Portal>
    </Base.Provider>
  );
}

function Toasts() {
  const t = useTranslations("ui");
  const { toasts } = Base.useToastManager();
  return toasts.map((toast) => (
    <Base.Root
      key={toast.id}
      toast={toast}
      className="floats rounded-[10px] border bg-raised shadow-float data-limited:hidden"
    >
      <Base.Content className="flex items-start gap-3 py-3 ps-4 pe-2">
        <span className={toast.type === "error" ? "mt-px text-bad" : "mt-px text-ok"}>
          <ToneIcon tone={toast.type === "error" ? "bad" : "ok"} />
        </span>
        <div className="min-w-0 flex-1">
          <Base.Title className="font-medium" />
          <Base.Description className="mt-0.5 text-muted text-sm" />
        </div>
        <Base.Close
          aria-label={t("close")}
          className="grid size-6 flex-none place-items-center rounded-small text-muted hover:bg-tint hover:text-ink"
        >
          <X aria-hidden="true" />
        </Base.Close>
      </Base.Content>
    </Base.Root>
  ));
}

/** Says that something happened. Successes go after five seconds, errors stay until they are closed. */
export function useToast() {
  const { add } = Base.useToastManager();
  return {
    success: (title: string, description?: string) => add({ title, description, type: "success" }),
    error: (title: string, description?: string) =>
      add({ title, description, type: "error", timeout: 0, priority: "high" }),
  };
}
