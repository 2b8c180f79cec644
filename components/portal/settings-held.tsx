import { useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import { Callout } from "@/components/ui/callout";

type Props = {
  /** Whether only the provider's suspension keeps the viewer from changing them. */
  isHeldBack: boolean;
  children: ReactNode;
};

/** Settings that are shown and off while the provider is suspended, with the reason above them. */
export function SettingsHeld({ isHeldBack, children }: Props) {
  const t = useTranslations("portal.settings");
  const id = useId();
  if (!isHeldBack) return children;
  return (
    <>
      <div id={id} className="max-w-140">
        <Callout tone="warn" title={t("heldBack")} />
      </div>
      <fieldset disabled aria-describedby={id} className="contents">
        {children}
      </fieldset>
    </>
  );
}
