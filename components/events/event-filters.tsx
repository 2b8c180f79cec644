"use client";

import { RotateCw } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useCallback } from "react";
import type { ListActors } from "@/components/events/events";
import { type Dates, type ShownFilters, useLogFilters } from "@/components/events/use-log-filters";
import { useAsked } from "@/components/forms/use-asked";
import type { ListParams } from "@/components/lists/list-address";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { LogFilters } from "@/lib/domain/event-log";
import type { EventKind } from "@/lib/domain/event-types";

type Props = {
  path: string;
  query: ListParams;
  filters: ShownFilters;
  kinds: readonly EventKind[];
  listActors: ListActors;
  /** Chooses a client, where the log is of several. */
  clientField?: (chosen: string, choose: (client: string) => void) => ReactNode;
  /** What saves the log; it is told whether other dates are typed than those that are shown. */
  exporting: (isStale: boolean) => ReactNode;
};

/** Filters of a log. */
export function EventFilters(props: Props) {
  const { path, query, filters, kinds, listActors, clientField, exporting } = props;
  const t = useTranslations("event.filters");
  const { answer } = useAsked(useCallback(() => listActors(), [listActors]));
  const people = answer?.ok ? answer.result : [];
  const { chosen, dates, typeDates, areTurned, isStale, isPending, show } = useLogFilters(
    path,
    query,
    filters,
  );

  const moment = (name: keyof Dates) => (
    <div className="col-span-2 min-w-0 sm:col-span-1">
      <Field label={t(name)}>
        {(control) => (
          <Input
            {...control}
            type="datetime-local"
            value={dates[name]}
            onChange={({ target }) => typeDates({ ...dates, [name]: target.value })}
            onBlur={() => isStale && show({})}
          />
        )}
      </Field>
    </div>
  );

  return (
    <div className="grid grid-cols-2 items-end gap-3 lg:grid-cols-4">
      <Field label={t("kind")}>
        {(control) => (
          <Select
            {...control}
            value={chosen.kind}
            onChange={({ target }) => show({ kind: target.value })}
            options={[
              { value: "", label: t("everything") },
              ...kinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) })),
            ]}
          />
        )}
      </Field>
      <Field label={t("person")}>
        {(control) => (
          <Select
            {...control}
            value={chosen.actor}
            onChange={({ target }) => show({ actor: target.value })}
            options={[
              { value: "", label: t("everybody") },
              ...people.map(({ id, name, email }) => ({
                value: id,
                label: [name, email].filter(Boolean).join(" · "),
              })),
              ...unlisted(filters.actor, people),
            ]}
          />
        )}
      </Field>
      {moment("from")}
      {moment("to")}
      {clientField ? (
        <div className="col-span-2 min-w-0 lg:col-span-1">
          {clientField(chosen.client, (client) => show({ client }))}
        </div>
      ) : null}
      <div
        className={cx("col-span-2 flex flex-wrap gap-2.5", clientField ? "lg:col-span-3" : "lg:col-span-4")}
      >
        <Button
          onClick={() => show({})}
          variant={isStale ? "primary" : "quiet"}
          busy={isPending}
          icon={<RotateCw aria-hidden="true" />}
        >
          {t("refresh")}
        </Button>
        {exporting(isStale || isPending)}
        {areTurned ? (
          <p role="status" className="self-center text-label text-warn">
            {t("turned")}
          </p>
        ) : null}
      </div>
    </div>
  );
}

/** Somebody by whom the log is filtered and who is not offered, or not yet. */
const unlisted = (actor: LogFilters["actor"], people: readonly { id: string }[]) =>
  actor && !people.some(({ id }) => id === actor) ? [{ value: actor, label: "…" }] : [];
