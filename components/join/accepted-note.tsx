import { useTranslations } from "next-intl";
import { WaitingPlaces } from "@/components/join/waiting-places";
import { Callout } from "@/components/ui/callout";
import { LinkButton } from "@/components/ui/link-button";
import type { WaitingPlace } from "@/lib/operations/account/list-waiting-places";

type Props = { name: string; places: readonly WaitingPlace[] };

/** Says what happens after accepting: somebody who has the key has to hand it over. */
export function AcceptedNote({ name, places }: Props) {
  const t = useTranslations("join.accepted");
  return (
    <div className="flex flex-col gap-4">
      <div role="status">
        <Callout tone="ok" title={t("title")}>
          {t("text", { name })}
        </Callout>
      </div>
      <WaitingPlaces places={places} />
      {/* Going back must not lead to an invitation that is accepted. */}
      <LinkButton href="/" replace size="l" wide>
        {t("goOn")}
      </LinkButton>
    </div>
  );
}
