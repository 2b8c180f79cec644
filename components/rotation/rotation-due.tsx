import { KeyRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { Callout } from "@/components/ui/callout";
import { LinkButton } from "@/components/ui/link-button";

type Props = {
  organizationId: string;
  /** How many people were removed since the key was last replaced. */
  knowKey: number;
};

/** Offers to replace the key after somebody was removed, and what they could read. */
export function RotationDue({ organizationId, knowKey }: Props) {
  const t = useTranslations("rotation");
  if (knowKey === 0) return null;
  const home = `/organizations/${organizationId}`;
  return (
    <Callout
      tone="warn"
      icon={<KeyRound aria-hidden="true" />}
      title={t("afterRemoval.title")}
      action={
        <div className="flex flex-wrap gap-2">
          <LinkButton href={`${home}/settings#key`} size="s">
            {t("rotate")}
          </LinkButton>
          <LinkButton href={`${home}/exposed`} variant="quiet" size="s">
            {t("afterRemoval.list")}
          </LinkButton>
        </div>
      }
    >
      {t("afterRemoval.text", { count: knowKey })}
    </Callout>
  );
}
