import type { ComponentProps } from "react";

export function Textarea(props: Omit<ComponentProps<"textarea">, "className">) {
  return (
    <textarea
      rows={3}
      // A browser would keep what is typed on its disk, with the history of the page.
      autoComplete="off"
      {...props}
      className="control field-sizing-content block max-h-80 min-h-20 w-full min-w-0 px-3 py-2"
    />
  );
}
