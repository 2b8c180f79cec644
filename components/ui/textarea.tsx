import type { ComponentProps } from "react";

export function Textarea(props: Omit<ComponentProps<"textarea">, "className">) {
  return (
    <textarea
      rows={3}
      {...props}
      className="control field-sizing-content block max-h-80 min-h-20 w-full min-w-0 px-3 py-2"
    />
  );
}
