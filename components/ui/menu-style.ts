export const menuPopup =
  "floats max-h-(--available-height) min-w-48 max-w-80 overflow-y-auto rounded-[10px] border bg-raised p-1.5 text-ink shadow-float outline-none";

export const menuItem =
  "flex min-h-8 w-full select-none items-center gap-2.5 rounded-badge px-2.5 py-1.5 text-start outline-none data-highlighted:bg-tint data-disabled:opacity-55";

export const menuLabel = "px-2.5 pt-2 pb-1 font-medium text-muted text-xs";

export const menuRule = "-mx-1.5 my-1.5 h-px bg-line";
