/** As high as the dialogs: order of opening decides, so that a dialog over a dialog veils the one below. */
export const dialogVeil = "fades fixed inset-0 z-50 bg-veil";

export const dialogViewport =
  "fixed inset-0 z-50 grid items-end justify-items-center overflow-y-auto overscroll-contain md:items-center md:p-6";

export const dialogPopup =
  "floats relative max-h-[calc(100dvh-2rem)] w-full min-w-0 scroll-pb-20 overflow-y-auto rounded-t-card border bg-raised p-6 pb-[max(1.5rem,env(safe-area-inset-bottom))] text-ink shadow-float outline-none md:max-h-full md:max-w-full md:rounded-card";
