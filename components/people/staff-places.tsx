"use client";

import { useTranslations } from "next-intl";
import { useCallback } from "react";
import { useAsked } from "@/components/forms/use-asked";
import { useMessages } from "@/components/forms/use-messages";
import type { Person } from "@/components/people/person";
import type { ActionResult } from "@/lib/http/result";
import type { StaffPlace } from "@/lib/operations/provider/list-staff-places";

type Props = {
  providerId: string;
  people: readonly Person[];
  listPlaces: (input: { providerId: string; memberIds: string[] }) => Promise<ActionResult<StaffPlace[]>>;
};

/** The places in clients of those who are about to be removed: which end with it, and which stay. */
export function StaffPlaces({ providerId, people, listPlaces }: Props) {
  const t = useTranslations("members.removeDialog");
  const roles = useTranslations("console.roles");
  const { failure } = useMessages();
  const ids = people.map(({ id }) => id).join();
  const { answer } = useAsked(
    useCallback(() => listPlaces({ providerId, memberIds: ids.split(",") }), [providerId, ids, listPlaces]),
  );

  if (!answer) return null;
  if (!answer.ok) return <p className="text-bad">{failure(answer.failure)}</p>;
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
        answer.result.filter(({ ends }) => ends),
      )}
      {list(
        t("placesStay"),
        answer.result.filter(({ ends }) => !ends),
      )}
    </>
  );
}
