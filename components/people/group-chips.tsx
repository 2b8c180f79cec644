import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";

/** How many are named. */
const named = 2;

/** The groups somebody is in: the first by name, and how many more. */
export function GroupChips({ names }: { names: readonly string[] }) {
  const t = useTranslations("members.list");
  const more = names.slice(named);
  if (names.length === 0) return null;
  return (
    <span className="flex flex-wrap items-center gap-1.5">
      {names.slice(0, named).map((name) => (
        <Badge key={name} tone="neutral">
          <bdi>{name}</bdi>
        </Badge>
      ))}
      {more.length > 0 ? (
        <span title={more.join(", ")} className="text-label text-muted">
          {t("moreGroups", { count: more.length })}
        </span>
      ) : null}
    </span>
  );
}
