"use client";

import { useTranslations } from "next-intl";
import type { Shown } from "@/components/blueprints/run-apply";
import { Card } from "@/components/ui/card";
import type { Compared } from "@/lib/domain/blueprint/compare";

/** Collections, groups, permissions and switches: what is made, what is there, what differs. */
export function PlannedThings({ shown }: { shown: Shown }) {
  const t = useTranslations("blueprints.applying");
  const inCollections = useTranslations("collections");
  const inSettings = useTranslations("console.settingsPage.switches");
  const { collections, groups, cells, sameCells, heldCells, switches, lacking } = shown.differences;
  const changed = cells.filter(({ from }) => from !== null);
  return (
    <>
      <Card title={t("collections")}>
        <Names compared={collections} />
      </Card>
      <Card title={t("groups")}>
        {lacking.groups > 0 ? (
          <p className="text-warn">{t("lackingGroups", { count: lacking.groups })}</p>
        ) : (
          <Names compared={groups} />
        )}
      </Card>
      {lacking.groups > 0 ? null : (
        <Card title={t("permissions")}>
          <p>
            {t("cells", { given: cells.length - changed.length, changed: changed.length, same: sameCells })}
          </p>
          {heldCells > 0 ? <p className="text-warn">{t("heldCells", { count: heldCells })}</p> : null}
          <ul className="mt-1 list-disc ps-4">
            {changed.map(({ group, collection, from, to }) => (
              <li key={`${group} ${collection}`} className="wrap-anywhere">
                {t("cell", {
                  group: groups[group]?.name ?? "",
                  collection: collections[collection]?.name ?? "",
                  from: from ? inCollections(`permissions.${from}`) : inCollections("noPermission"),
                  to: inCollections(`permissions.${to}`),
                })}
              </li>
            ))}
          </ul>
        </Card>
      )}
      <Card title={t("switches")}>
        {switches.length > 0 ? (
          <ul className="list-disc ps-4">
            {switches.map((name) => (
              <li key={name}>{t(shown.content.switches[name] ? "on" : "off", { name: inSettings(name) })}</li>
            ))}
          </ul>
        ) : (
          <p className="text-muted">{t("sameSwitches")}</p>
        )}
      </Card>
    </>
  );
}

/** How many of the names are there, and which are made. */
function Names({ compared }: { compared: readonly Compared<string>[] }) {
  const t = useTranslations("blueprints.applying");
  const fresh = compared.filter(({ id }) => id === null);
  return (
    <>
      <p>{t("names", { made: fresh.length, there: compared.length - fresh.length })}</p>
      {fresh.length > 0 ? (
        <ul className="mt-1 list-disc ps-4">
          {fresh.map(({ name }) => (
            <li key={name} className="wrap-anywhere">
              <bdi>{name}</bdi>
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}
