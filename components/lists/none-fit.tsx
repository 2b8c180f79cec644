import type { ComponentProps } from "react";
import { type ListParams, listAddress } from "@/components/lists/list-address";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";

/** What a list says where nothing fits: what it is filtered by, what was searched for, or one within the other. */
type Fits = "noneFit" | "nothing" | "noneOfThese";

type Props = Pick<ComponentProps<typeof EmptyState>, "illustration"> & {
  path: string;
  search: string | null | undefined;
  isFiltered: boolean;
  words: (word: `${Fits}Title` | `${Fits}Text` | "showAll" | "searchAll") => string;
};

/** In place of a list in which nothing fits, with the way to where something may. */
export function NoneFit({ path, search, isFiltered, words, illustration }: Props) {
  const fits: Fits = !search ? "noneFit" : isFiltered ? "noneOfThese" : "nothing";
  const kept: ListParams = fits === "noneOfThese" ? { search: search ?? undefined } : {};
  return (
    <Card>
      <EmptyState
        illustration={illustration}
        title={words(`${fits}Title`)}
        action={
          <LinkButton href={listAddress(path, kept, {})} variant="quiet">
            {words(fits === "noneOfThese" ? "searchAll" : "showAll")}
          </LinkButton>
        }
      >
        {words(`${fits}Text`)}
      </EmptyState>
    </Card>
  );
}
