import { useTranslations } from "next-intl";
import { Callout } from "@/components/ui/callout";
import { CopyButton } from "@/components/ui/copy-button";
import { ShownOnce } from "@/components/ui/unsaved";

/** A temporary master password, to be told to its person. It may not be in force yet while the answer is not known. */
export function TemporaryPassword({
  password,
  who,
  isSet,
}: {
  password: string;
  who: string;
  isSet: boolean;
}) {
  const t = useTranslations("recovery");
  return (
    <div className="flex flex-col gap-3.5">
      <ShownOnce />
      {isSet ? (
        <Callout tone="ok" title={t("done")}>
          {t("tell", { who })}
        </Callout>
      ) : (
        <Callout tone="warn" title={t("unknown.title")}>
          {t("unknown.text")}
        </Callout>
      )}
      <div className="flex items-center gap-2.5 rounded-control border bg-sunk px-3 py-2">
        <code className="wrap-anywhere flex-1 font-mono">{password}</code>
        <CopyButton label={t("copy")} value={password} />
      </div>
    </div>
  );
}
