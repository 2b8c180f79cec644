import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";

/** How many are named. */
const named = 3;

type Props = {
  names: readonly string[];
  /** How many there are, where not all of them are named. */
  count?: number;
};

/** Groups that somebody is in, or that have something: the first by name, and how many more. */
export function GroupChips({ names, count = names.length }: Props) {
  const t = useTranslations("collections");
  if (count === 0) return <span className="text-faint">–</span>;
  const shown = names.slice(0, named);
  const others = names.slice(named);
  const more = count - shown.length;
  return (
    <span className="inline-flex max-w-full flex-wrap items-center gap-1">
      {shown.map((name, index) => (
        // Two groups can have one name.
        // biome-ignore lint/suspicious/noArrayIndexKey: nothing else tells them apart
        <Badge key={index}>
          <bdi className="max-w-36 truncate">{name}</bdi>
        </Badge>
      ))}
      {more > 0 ? (
        <span
          className="text-muted text-xs"
          title={others.length === more ? others.join(", ") : t("moreGroups", { count: more })}
        >
          +{more}
        </span>
      ) : null}
    </span>
  );
}
