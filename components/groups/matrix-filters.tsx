import { useTranslations } from "next-intl";
import { SearchBox } from "@/components/ui/search-box";

/** What is searched for among the names of groups, and of collections. */
export type MatrixSearch = { groups: string; collections: string };

type Props = { onSearch: (change: Partial<MatrixSearch>) => void };

/** Lays out only groups and collections with such a name. What was changed elsewhere stays changed. */
export function MatrixFilters({ onSearch }: Props) {
  const t = useTranslations("groups.matrix");
  return (
    <div className="grid gap-2.5 md:grid-cols-[repeat(2,minmax(0,18rem))]">
      <SearchBox label={t("searchGroups")} onSearch={(groups) => onSearch({ groups })} />
      <SearchBox
        label={t("searchCollections")}
        onSearch={(collections) => onSearch({ collections })}
        takesSlash={false}
      />
    </div>
  );
}
