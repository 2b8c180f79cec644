"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import type { Names } from "@/components/collections/open-collection-names";
import { treeOf } from "@/components/collections/tree";
import { useMembers } from "@/components/collections/use-members";
import type { MatrixActions } from "@/components/groups/group-actions";
import { waysByCollection } from "@/components/groups/ways";
import { Card } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { SearchBox } from "@/components/ui/search-box";
import { Select } from "@/components/ui/select";
import type { ResultOfAccess } from "@/lib/operations/group/get-member-access";

type Props = {
  organizationId: string;
  names: Names | null;
  actions: Pick<MatrixActions, "listMembers" | "getMemberAccess">;
};

/** What one member has in the end, and through what: as it is saved, not as it is being edited. */
export function ResultingAccess({ organizationId, names, actions }: Props) {
  const t = useTranslations("groups.resulting");
  const ofCollections = useTranslations("collections");
  const { members, search } = useMembers(organizationId, actions.listMembers);
  const [chosen, choose] = useState("");
  const [access, setAccess] = useState<ResultOfAccess | "failed" | null>(null);
  const { getMemberAccess } = actions;

  useEffect(() => {
    setAccess(null);
    if (!chosen) return;
    let shown = true;
    getMemberAccess({ organizationId, memberId: chosen }).then(
      (answer) => shown && setAccess(answer.ok ? answer.result : "failed"),
      () => shown && setAccess("failed"),
    );
    return () => {
      shown = false;
    };
  }, [organizationId, chosen, getMemberAccess]);

  const offered = typeof members === "string" ? { members: [], areMore: false } : members;
  const shown = access === "failed" ? null : access;
  return (
    <Card>
      <section className="flex flex-col gap-3 p-5" aria-labelledby="resulting-access">
        <h2 id="resulting-access" className="font-semibold text-section">
          {t("title")}
        </h2>
        {offered.areMore ? <SearchBox label={t("search")} onSearch={search} /> : null}
        <Field label={t("member")}>
          {(control) => (
            <Select
              {...control}
              value={chosen}
              onChange={({ target }) => choose(target.value)}
              options={[
                { value: "", label: t("choose") },
                ...offered.members.map(({ id, name, email }) => ({
                  value: id,
                  label: [name, email].filter(Boolean).join(" · "),
                })),
              ]}
            />
          )}
        </Field>
        <div aria-live="polite">
          {access === "failed" ? <p className="text-bad">{t("failed")}</p> : null}
          {shown?.reachesAll ? (
            <p>{t("all")}</p>
          ) : shown?.ways.length === 0 ? (
            <p className="text-muted">{t("nothing")}</p>
          ) : null}
          {shown ? (
            <ul className="flex flex-col divide-y">
              {treeOf(waysByCollection(shown.ways), (way) => names?.get(way.collectionId) ?? null).map(
                ({ row: { collectionId, permission, groups } }) => (
                  <li key={collectionId} className="flex flex-wrap items-baseline gap-x-3 py-2">
                    <bdi className="wrap-anywhere min-w-40 flex-1 font-strong">
                      {names?.get(collectionId) ?? ofCollections("locked")}
                    </bdi>
                    <span>{ofCollections(`permissions.${permission}`)}</span>
                    <span className="text-label text-muted">
                      {groups.length === 0 ? t("byName") : t("through", { groups: groups.join(", ") })}
                    </span>
                  </li>
                ),
              )}
            </ul>
          ) : null}
        </div>
      </section>
    </Card>
  );
}
