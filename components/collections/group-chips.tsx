import { useTranslations } from "next-intl";

/** The groups that have a collection: the first by name, and how many more there are. */
export function GroupChips({ names, count }: { names: readonly string[]; count: number }) {
  const t = useTranslations("collections");
  if (count === 0) return <span className="text-faint">–</span>;
  const more = count - names.length;
  return (
    <span className="inline-flex max-w-full flex-wrap items-center gap-1">
      {names.map((name, index) => (
        <bdi
          // Two groups can have one name.
          // biome-ignore lint/suspicious/noArrayIndexKey: nothing else tells them apart
          key={index}
          className="max-w-36 truncate rounded-badge bg-sunk px-2 text-ink text-xs leading-[22px]"
        >
          {name}
        </bdi>
      ))}
      {more > 0 ? (
        <span className="text-muted text-xs" title={t("moreGroups", { count: more })}>
          +{more}
        </span>
      ) : null}
    </span>
  );
}
