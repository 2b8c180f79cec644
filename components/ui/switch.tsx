import type { ComponentProps, ReactNode } from "react";

type Props = Omit<ComponentProps<"input">, "type" | "role" | "size" | "className" | "children"> & {
  children: ReactNode;
  hint?: ReactNode;
};

/** Turns something on or off at once. Something that is saved with a form has a checkbox instead. */
export function Switch({ children, hint, ...rest }: Props) {
  return (
    <label className="inline-flex min-h-6 items-start gap-3">
      <input
        {...rest}
        type="checkbox"
        // biome-ignore lint/a11y/useAriaPropsForRole: a box to tick says its own state
        role="switch"
        className="relative mt-px h-[18px] w-8 flex-none appearance-none rounded-full border-[1.5px] border-edge bg-raised transition-colors before:absolute before:inset-y-0 before:start-0.5 before:my-auto before:size-2.5 before:rounded-full before:bg-muted before:transition-transform checked:border-primary checked:bg-primary checked:before:translate-x-3.5 checked:before:bg-on-primary disabled:opacity-55 forced-colors:before:bg-[CanvasText] forced-colors:checked:bg-[Highlight] forced-colors:checked:before:bg-[HighlightText] forced-colors:forced-color-adjust-none rtl:checked:before:-translate-x-3.5"
      />
      <span>
        {children}
        {hint ? <span className="block text-label text-muted">{hint}</span> : null}
      </span>
    </label>
  );
}
