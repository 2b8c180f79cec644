import { useTranslations } from "next-intl";
import { useId } from "react";
import type { Person } from "@/components/people/person";
import { NameAndAddress } from "@/components/ui/name-and-address";

type Props = {
  label: string;
  people: readonly Person[];
  reason?: (person: Person) => string;
};

/** Whom an act on several is about, by name and address. A long list scrolls in its own box. */
export function NamedPeople({ label, people, reason }: Props) {
  const t = useTranslations("ui");
  const id = useId();
  return (
    <div className="mt-3">
      <p id={id} className="font-medium text-ink text-label">
        {label}
      </p>
      <ul
        aria-labelledby={id}
        tabIndex={people.length > 6 ? 0 : undefined}
        className="mt-1 max-h-40 list-disc overflow-y-auto ps-5"
      >
        {people.map((person) => (
          <li key={person.id} className="wrap-anywhere">
            {reason ? (
              t.rich("personAndReason", {
                person: () => <NameAndAddress {...person} />,
                reason: reason(person),
              })
            ) : (
              <NameAndAddress {...person} />
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
