import { useTranslations } from "next-intl";
import { TagChips } from "@/components/clients/tag-chips";
import type { SealedTags } from "@/components/clients/tags";
import { BlueprintName } from "@/components/jobs/blueprint-name";
import type { EncString } from "@/lib/crypto/types";
import type { ClientWork } from "@/lib/domain/provider/client-jobs";

type Props = { work: ClientWork; sealedTags: SealedTags; blueprintName: EncString | null };

/** What a job did, in words. A tag or a blueprint that is gone by now has no name any more. */
export function JobWork({ work, sealedTags, blueprintName }: Props) {
  const t = useTranslations("clients.jobs");
  if (work.kind === "seats") {
    const { mode, seats } = work.change;
    if (mode === "to") return t("work.to", { count: seats });
    return seats > 0 ? t("work.more", { count: seats }) : t("work.fewer", { count: -seats });
  }
  if (work.kind === "blueprint") {
    const { providerId, getKey } = sealedTags;
    return (
      <span className="inline-flex flex-wrap items-baseline gap-1.5">
        {t("work.blueprint")}
        {blueprintName ? (
          <BlueprintName sealed={{ providerId, getKey, name: blueprintName }} />
        ) : (
          <span className="text-muted">{t("blueprintGone")}</span>
        )}
      </span>
    );
  }
  const isKnown = sealedTags.tags.some(({ id }) => id === work.tagId);
  return (
    <span className="inline-flex flex-wrap items-center gap-1.5">
      {t(work.kind === "tag" ? "work.tag" : "work.untag")}
      {isKnown ? (
        <TagChips ids={[work.tagId]} sealed={sealedTags} />
      ) : (
        <span className="text-muted">{t("tagGone")}</span>
      )}
    </span>
  );
}
