import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { cx } from "@/components/ui/cx";
import { RowName } from "@/components/ui/row-name";
import { type PolicyType, policyFacts } from "@/lib/domain/policy/types";

type Props = { type: PolicyType; isOn: boolean; onOpen: (() => void) | null };

/** A policy in the list: what it is called, what it does in a line, and whether it is on. */
export function PolicyRow({ type, isOn, onOpen }: Props) {
  const t = useTranslations("policies");
  return (
    <li
      className={cx(
        "relative flex min-h-[54px] items-center gap-4 border-b px-4 py-2.5 last:border-b-0",
        onOpen ? "hover:bg-tint" : "text-muted",
      )}
    >
      <div className="me-auto min-w-0">
        <RowName name={t(`names.${type}`)} {...(onOpen && { onOpen })} detail={t(`lines.${type}`)} />
      </div>
      {policyFacts[type].heldBy === "not_yet" && !isOn ? (
        <Badge>{t("later")}</Badge>
      ) : (
        <Badge tone={isOn ? "ok" : "neutral"}>{t(isOn ? "on" : "off")}</Badge>
      )}
    </li>
  );
}
