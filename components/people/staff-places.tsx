"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { reach } from "@/components/forms/reach";
import { useMessages } from "@/components/forms/use-messages";
import type { Person } from "@/components/people/person";
import type { ActionResult, Failure } from "@/lib/http/result";
import type { StaffPlace } from "@/lib/operations/provider/list-staff-places";

type Props = {
  providerId: string;
  people: readonly Person[];
  listPlaces: (input: { providerId: string; memberIds: string[] }) => Promise<ActionResult<StaffPlace[]>>;
};
type Answer = { places: StaffPlace[] } | { failure: Failure };

/** The places in clients of those who are about to be removed: which end with it, and which stay. */
export function StaffPlaces({ providerId, people, listPlaces }: Props) {
  const t = useTranslations("members.removeDialog");
  const roles = useTranslations("console.roles");
  const { failure } = useMessages();
  const [answer, setAnswer] = useState<Answer | null>(null);
  const ids = people.map(({ id }) => id).join();

  useEffect(() => {
    let shown = true;
    void reach(listPlaces({ providerId, memberIds: ids.split(",") })).then((told) => {
      if (shown) setAnswer(told.ok ? { places: told.result } : { failure: told.failure });
    });
    return () => {
      shown = false;
    };
  }, [providerId, ids, listPlaces]);

  if (!answer) return null;
  if ("failure" in answer) return <p className="text-bad">{failure(answer.failure)}</p>;
  const list = (title: string, places: StaffPlace[]) =>
    places.length > 0 ? (
      <section aria-label={title} className="mt-3">
        <p className="font-medium">{title}</p>
        <ul className="list-disc ps-5">
          {places.map(({ memberId, client, role }) => (
            <li key={memberId}>{t("place", { client, role: roles(role) })}</li>
          ))}
        </ul>
      </section>
    ) : null;
  return (
    <>
      {list(
        t("placesEnd"),
        answer.places.filter(({ ends }) => ends),
      )}
      {list(
        t("placesStay"),
        answer.places.filter(({ ends }) => !ends),
      )}
    </>
  );
}
