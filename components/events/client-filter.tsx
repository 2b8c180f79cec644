"use client";

import { useTranslations } from "next-intl";
import { useCallback, useState } from "react";
import { useAsked } from "@/components/forms/use-asked";
import { Field } from "@/components/ui/field";
import { SearchBox } from "@/components/ui/search-box";
import { Select } from "@/components/ui/select";
import type { ActionResult } from "@/lib/http/result";
import type { LoggedClients } from "@/lib/operations/event/list-logged-clients";

export type AskLoggedClients = (input: {
  providerId: string;
  search: string;
  chosen: string | null;
}) => Promise<ActionResult<LoggedClients>>;

type Props = {
  providerId: string;
  chosen: string;
  onChoose: (client: string) => void;
  ask: AskLoggedClients;
};

/** Shows the events of one client. Where there are more than are offered, a box searches for the others. */
export function ClientFilter({ providerId, chosen, onChoose, ask }: Props) {
  const t = useTranslations("event.filters");
  const [search, setSearch] = useState("");
  const { answer } = useAsked(
    useCallback(() => ask({ providerId, search, chosen: chosen || null }), [ask, providerId, search, chosen]),
  );
  // The last answer stays until there is another: the list does not become empty while somebody types.
  const [offered, setOffered] = useState<LoggedClients>({ clients: [], areMore: false });
  if (answer?.ok && answer.result !== offered) setOffered(answer.result);
  // The box stays when a search leaves few.
  const [isLong, setLong] = useState(false);
  if (offered.areMore && !isLong) setLong(true);
  const { clients } = offered;
  const isUnlisted = chosen && !clients.some(({ id }) => id === chosen);

  return (
    <div className="flex flex-col gap-1.5">
      <Field label={t("client")} hint={offered.areMore ? t("areMore", { count: clients.length }) : undefined}>
        {(control) => (
          <Select
            {...control}
            value={chosen}
            onChange={({ target }) => onChoose(target.value)}
            options={[
              { value: "", label: t("everyClient") },
              ...clients.map(({ id, name }) => ({ value: id, label: name })),
              ...(isUnlisted ? [{ value: chosen, label: answer ? t("unknownClient") : "…" }] : []),
            ]}
          />
        )}
      </Field>
      {isLong ? <SearchBox label={t("searchClients")} onSearch={setSearch} /> : null}
    </div>
  );
}
