import { KeyRound, LifeBuoy, type LucideIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Person } from "@/components/people/person";
import { VisuallyHidden } from "@/components/ui/visually-hidden";

/** What of the policies a member meets, as small signs: a second step at log-in, and account recovery. */
export function PersonSigns({ hasTwoStep, isEnrolled }: Pick<Person, "hasTwoStep" | "isEnrolled">) {
  const t = useTranslations("members.signs");
  if (!hasTwoStep && !isEnrolled) return <span className="text-muted">–</span>;
  return (
    <span className="flex items-center gap-2 text-muted">
      {hasTwoStep ? <Sign icon={KeyRound} says={t("twoStep")} /> : null}
      {isEnrolled ? <Sign icon={LifeBuoy} says={t("enrolled")} /> : null}
    </span>
  );
}

function Sign({ icon: Icon, says }: { icon: LucideIcon; says: string }) {
  return (
    <span title={says}>
      <Icon aria-hidden className="size-4" />
      <VisuallyHidden>{says}</VisuallyHidden>
    </span>
  );
}
