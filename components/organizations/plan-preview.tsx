import { useTranslations } from "next-intl";
import { PreviewFailed } from "@/components/policies/preview-failed";
import { RevokedPreview } from "@/components/policies/revoked-preview";
import { Callout } from "@/components/ui/callout";
import { Skeleton } from "@/components/ui/skeleton";
import type { ActionResult } from "@/lib/http/result";
import type { OwnPlanPreview } from "@/lib/operations/organization/preview-own-plan";

type Props = { answer: ActionResult<OwnPlanPreview> | null; askAgain: () => void };

/** Which policies come back with the plan that is chosen, and who would lose their place by them. */
export function PlanPreview({ answer, askAgain }: Props) {
  const t = useTranslations("policies");
  if (!answer) return <Skeleton height="74px" />;
  if (!answer.ok) return <PreviewFailed failure={answer.failure} askAgain={askAgain} />;
  const { back, revoked, names } = answer.result;
  if (back.length === 0) return null;
  return (
    <Callout tone={revoked > 0 ? "warn" : "info"} title={t("preview.title")}>
      <p>{t("preview.back", { count: back.length })}</p>
      <ul className="mt-1 list-disc ps-4">
        {back.map((type) => (
          <li key={type}>{t(`names.${type}`)}</li>
        ))}
      </ul>
      <RevokedPreview revoked={revoked} names={names} />
    </Callout>
  );
}
