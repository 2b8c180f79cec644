import { useTranslations } from "next-intl";
import { Callout } from "@/components/ui/callout";
import { LinkButton } from "@/components/ui/link-button";

type Props = { kind: "provider" | "organization"; name: string };

/** What comes after accepting: somebody with the key has to hand it over. */
export function AcceptedNote({ kind, name }: Props) {
  const t = useTranslations("join.accepted");
  return (
    <div role="status" className="flex flex-col gap-4">
      <Callout tone="ok" title={t("title")}>
        {t(kind, { name })}
      </Callout>
      <LinkButton href="/" size="l" wide>
        {t("goOn")}
      </LinkButton>
    </div>
  );
}
