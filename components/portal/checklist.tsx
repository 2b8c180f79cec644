import { Check, Circle } from "lucide-react";
import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { VisuallyHidden } from "@/components/ui/visually-hidden";

type Props = {
  providerId: string;
  steps: Record<"ownOrganization" | "secondAdmin" | "firstClient" | "staffInvited", boolean>;
};

/** What a provider does well to have before it takes clients on. Each step is read from facts, none is a gate. */
export function Checklist({ providerId, steps }: Props) {
  const t = useTranslations("portal.checklist");
  const invite = (role: string, label: string) => (
    <LinkButton size="s" variant="quiet" href={`/providers/${providerId}/members?invite=${role}`}>
      {label}
    </LinkButton>
  );
  const list = [
    { key: "ownOrganization", act: null },
    { key: "secondAdmin", act: invite("provider_admin", t("inviteAdmin")) },
    { key: "firstClient", act: null },
    { key: "staffInvited", act: invite("service_user", t("inviteStaff")) },
  ] as const;

  return (
    <Card title={t("title")}>
      <p className="-mt-2 mb-1 text-muted">{t("text")}</p>
      <ul>
        {list.map(({ key, act }) => (
          <li key={key} className="flex flex-wrap items-center gap-x-3 gap-y-2 border-b py-3 last:border-b-0">
            <span className={steps[key] ? "text-ok" : "text-faint"}>
              {steps[key] ? <Check aria-hidden="true" /> : <Circle aria-hidden="true" />}
              <VisuallyHidden>{steps[key] ? t("done") : t("toDo")}</VisuallyHidden>
            </span>
            <span className="min-w-48 flex-1">
              <span className="block font-medium">{t(key)}</span>
              <span className="block text-label text-muted">{t(`${key}Hint`)}</span>
            </span>
            {steps[key] ? null : act}
          </li>
        ))}
      </ul>
    </Card>
  );
}
