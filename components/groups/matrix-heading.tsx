"use client";

import { useTranslations } from "next-intl";
import { memo } from "react";
import { FillMenu } from "@/components/groups/fill-menu";
import type { MatrixParts, NamedCollection } from "@/components/groups/matrix-grid";
import type { Permission } from "@/components/groups/matrix-state";

type Props = Pick<MatrixParts, "groups" | "onSet"> & {
  collection: NamedCollection;
  /** Which column of the table it is. */
  index: number;
  /** Where it stands and how large it is, in pixels. */
  start: number;
  width: number;
  height: number;
};

/** The heading of a column. It is drawn anew only where something of it changes, because a scroll moves many. */
export const MatrixHeading = memo(function MatrixHeading(props: Props) {
  const { groups, collection, onSet, index, start, width, height } = props;
  const t = useTranslations("groups.matrix");
  const fill = (to: Permission) => onSet(groups, [collection], to);
  return (
    // biome-ignore lint/a11y/useSemanticElements: cells that are out of sight are not there, which a table cannot say
    <span
      role="columnheader"
      tabIndex={-1}
      aria-colindex={index}
      style={{ insetInlineStart: start, width, height }}
      className="absolute top-0 flex items-center gap-1 px-1.5 font-medium text-label text-muted"
    >
      <bdi className="min-w-0 flex-1 truncate" title={collection.shown}>
        {collection.shown}
      </bdi>
      {collection.mayManage ? (
        <FillMenu label={t("fillColumn", { name: collection.shown })} onFill={fill} />
      ) : null}
    </span>
  );
});
