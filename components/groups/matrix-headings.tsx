import type { VirtualItem } from "@tanstack/react-virtual";
import { useTranslations } from "next-intl";
import type { MatrixParts } from "@/components/groups/matrix-grid";
import { MatrixHeading } from "@/components/groups/matrix-heading";

type Props = Pick<MatrixParts, "groups" | "collections" | "onSet"> & {
  /** The columns in sight. */
  across: readonly VirtualItem[];
  /** In pixels. */
  sizes: { column: number; names: number; headings: number };
};

/** The line of headings, which stays in sight. */
export function MatrixHeadings({ groups, collections, across, sizes, onSet }: Props) {
  const t = useTranslations("groups.matrix");
  const { column, names, headings } = sizes;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table has all of its cells, see `MatrixGrid`
    <div
      role="row"
      aria-rowindex={1}
      tabIndex={-1}
      style={{ height: headings }}
      className="sticky top-0 z-2 border-b bg-raised"
    >
      {/* biome-ignore lint/a11y/useSemanticElements: see above */}
      <span
        role="columnheader"
        tabIndex={-1}
        aria-colindex={1}
        style={{ width: names, height: headings - 1 }}
        className="sticky start-0 z-1 flex items-center bg-raised px-3.5 font-medium text-label text-muted"
      >
        {t("group")}
      </span>
      {across.map(({ index, start }) => {
        const collection = collections[index];
        if (!collection) return null;
        return (
          <MatrixHeading
            key={collection.id}
            groups={groups}
            collection={collection}
            onSet={onSet}
            index={index + 2}
            start={names + start}
            width={column}
            height={headings}
          />
        );
      })}
    </div>
  );
}
