"use client";

import { useTranslations } from "next-intl";
import { useCallback, useState } from "react";
import type { FindClientsAction } from "@/components/blueprints/blueprint-actions";
import { useAsked } from "@/components/forms/use-asked";
import { useMessages } from "@/components/forms/use-messages";
import { FailureCallout } from "@/components/ui/failure-callout";
import { SearchBox } from "@/components/ui/search-box";
import { Skeleton } from "@/components/ui/skeleton";

export type PickedClient = { id: string; name: string };

type Props = {
  providerId: string;
  find: FindClientsAction;
  onPick: (client: PickedClient) => void;
};

/** Finds one of the provider's clients by name; first, those that one was in last. */
export function ClientPicker({ providerId, find, onPick }: Props) {
  const t = useTranslations("blueprints.picker");
  const { failure } = useMessages();
  const [search, setSearch] = useState("");
  const { answer, askAgain } = useAsked(
    useCallback(() => find({ providerId, search }), [find, providerId, search]),
  );
  const found = answer?.ok ? answer.result : null;
  const known = new Set(found?.recent.map(({ id }) => id));
  const others = found?.clients.filter(({ id }) => !known.has(id)) ?? [];
  const lists = [
    { label: t("recent"), clients: found?.recent ?? [] },
    { label: known.size > 0 ? t("others") : t("label"), clients: others },
  ].filter(({ clients }) => clients.length > 0);
  const count = known.size + others.length;

  return (
    <div className="flex flex-col gap-3">
      <SearchBox label={t("search")} onSearch={setSearch} {...(found && { found: count })} />
      {answer && !answer.ok ? <FailureCallout title={failure(answer.failure)} onRetry={askAgain} /> : null}
      {answer === null ? <Skeleton height="88px" /> : null}
      {lists.map(({ label, clients }) => (
        <div key={label} className="flex flex-col gap-1.5">
          {known.size > 0 ? <h3 className="font-medium text-label text-muted">{label}</h3> : null}
          <ul aria-label={label} className="divide-y rounded-card border bg-raised">
            {clients.map(({ id, name }) => (
              <li key={id}>
                <button
                  type="button"
                  onClick={() => onPick({ id, name })}
                  className="wrap-anywhere min-h-11 w-full px-3.5 py-2 text-start font-strong hover:bg-tint"
                >
                  <bdi>{name}</bdi>
                </button>
              </li>
            ))}
          </ul>
        </div>
      ))}
      {found?.areMore ? (
        <p className="text-label text-muted">{t("areMore", { count: found.clients.length })}</p>
      ) : null}
      {found && count === 0 ? <p className="text-muted">{t(search ? "nothing" : "none")}</p> : null}
    </div>
  );
}
