import { useTranslations } from "next-intl";
import { treeOf } from "@/components/collections/tree";
import { PolicySettings } from "@/components/policies/policy-settings";
import { Card } from "@/components/ui/card";
import type { BlueprintContent } from "@/lib/domain/blueprint/content";
import { collectionSwitches } from "@/lib/domain/organization/inputs";

/** What is in a blueprint. */
export function ContentCards({ content }: { content: BlueprintContent }) {
  const t = useTranslations("blueprints.content");
  const inPolicies = useTranslations("policies");
  const inSettings = useTranslations("console.settingsPage.switches");
  const { collections, groups, switches, policies } = content;
  return (
    <div className="grid items-start gap-3.5 lg:grid-cols-2">
      <Card title={t("collections", { count: collections.length })}>
        {collections.length > 0 ? <CollectionTree names={collections} /> : <Nothing />}
      </Card>
      <Card title={t("groups", { count: groups.length })}>
        {groups.length > 0 ? <GroupList content={content} /> : <Nothing />}
      </Card>
      <Card title={t("switches")}>
        <dl className="flex flex-col gap-2">
          {collectionSwitches.map((name) => (
            <div key={name} className="flex items-baseline gap-4">
              <dt className="me-auto">{inSettings(name)}</dt>
              <dd className="flex-none font-strong">{t(switches[name] ? "on" : "off")}</dd>
            </div>
          ))}
        </dl>
      </Card>
      <Card title={t("policies", { count: policies.length })}>
        {policies.length > 0 ? (
          <ul className="flex flex-col gap-1.5">
            {policies.map(({ type, data }) => (
              <li key={type}>
                {inPolicies(`names.${type}`)}
                <PolicySettings type={type} data={data} />
              </li>
            ))}
          </ul>
        ) : (
          <Nothing />
        )}
      </Card>
    </div>
  );
}

function Nothing() {
  const t = useTranslations("blueprints.content");
  return <p className="text-muted">{t("nothing")}</p>;
}

function CollectionTree({ names }: { names: readonly string[] }) {
  return (
    <ul className="flex flex-col gap-1.5">
      {treeOf(names, (name) => name).map(({ row, label, depth }) => (
        <li key={row} className="wrap-anywhere" style={{ paddingInlineStart: `${depth * 1.25}rem` }}>
          <bdi>{label}</bdi>
        </li>
      ))}
    </ul>
  );
}

/** Each group with the collections that it has, and what it may do there. */
function GroupList({ content: { groups, collections, cells } }: { content: BlueprintContent }) {
  const t = useTranslations("collections");
  const own = useTranslations("blueprints.content");
  return (
    <dl className="flex flex-col gap-3">
      {groups.map((name, index) => {
        const given = cells.filter(({ group }) => group === index);
        return (
          <div key={name} className="min-w-0">
            <dt className="wrap-anywhere font-strong">
              <bdi>{name}</bdi>
            </dt>
            {given.length > 0 ? (
              given.map(({ collection, permission }) => (
                <dd key={collection} className="wrap-anywhere text-label text-muted">
                  <bdi>{collections[collection]}</bdi> · {t(`permissions.${permission}`)}
                </dd>
              ))
            ) : (
              <dd className="text-label text-muted">{own("noCollections")}</dd>
            )}
          </div>
        );
      })}
    </dl>
  );
}
