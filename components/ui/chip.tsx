import type { CSSProperties, ReactNode } from "react";

/** To whom something belongs, with a dot in the owner's colour. */
export function Chip({ color, children }: { color: string; children: ReactNode }) {
  return (
    <span
      style={{ "--chip": color } as CSSProperties}
      className="inline-flex min-h-6 max-w-full items-center gap-1.5 rounded-item bg-[color-mix(in_oklab,var(--chip)_14%,var(--raised))] px-2 font-medium text-ink text-label forced-colors:border"
    >
      <span aria-hidden="true" className="keeps-color size-[7px] flex-none rounded-full bg-(--chip)" />
      <span dir="auto" className="own-direction truncate">
        {children}
      </span>
    </span>
  );
}
