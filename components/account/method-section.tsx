import type { ReactNode } from "react";

type Props = { title: string; text: ReactNode; children?: ReactNode };

/** One method of two-step login: what it is, and what can be done with it. */
export function MethodSection({ title, text, children }: Props) {
  return (
    <section className="flex flex-col items-start gap-2">
      <h3 className="font-semibold">{title}</h3>
      <p className="text-muted">{text}</p>
      {children}
    </section>
  );
}
