import type { ComponentProps, ReactNode } from "react";
import { Callout } from "@/components/ui/callout";

type Props = {
  tone: ComponentProps<typeof Callout>["tone"];
  title: string;
  people: readonly { email: string; name: string | null }[];
  children: ReactNode;
};

/** Whom something concerns, by name. Nothing where it concerns nobody. */
export function Concerned({ tone, title, people, children }: Props) {
  if (people.length === 0) return null;
  return (
    <Callout {...(tone && { tone })} title={title}>
      {children}
      <ul className="mt-1.5 max-h-40 overflow-y-auto">
        {people.map(({ email, name }) => (
          <li key={email}>{name ? `${name} (${email})` : email}</li>
        ))}
      </ul>
    </Callout>
  );
}
