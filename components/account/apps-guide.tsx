import { useTranslations } from "next-intl";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import { CopyButton } from "@/components/ui/copy-button";

const kinds = ["browser", "phone", "desktop"] as const;

/** How each kind of app is pointed at this server. */
export function AppsGuide({ address }: { address: string }) {
  const t = useTranslations("account.apps");
  const isSecure = address.startsWith("https:");
  return (
    <Card title={t("guide")}>
      <div className="flex flex-col gap-4">
        <p className="text-muted">{t("text")}</p>
        <div className="flex flex-wrap items-center gap-2">
          <span className="text-label text-muted">{t("address")}</span>
          <code className="min-w-0 wrap-anywhere rounded-item bg-sunk px-2 py-1 font-mono text-label">
            {address}
          </code>
          <CopyButton label={t("copy")} value={address} />
        </div>
        {isSecure ? null : <Callout tone="warn" title={t("insecure")} />}
        <dl className="grid gap-4 lg:grid-cols-2">
          {kinds.map((kind) => (
            <div key={kind} className="flex flex-col gap-1">
              <dt className="font-strong">{t(`kinds.${kind}.title`)}</dt>
              <dd>{t(`kinds.${kind}.text`)}</dd>
            </div>
          ))}
          <div className="flex min-w-0 flex-col gap-1">
            <dt className="font-strong">{t("kinds.commandLine.title")}</dt>
            <dd className="flex min-w-0 flex-col gap-1.5">
              {t("kinds.commandLine.text")}
              <code className="min-w-0 wrap-anywhere rounded-item bg-sunk px-2 py-1 font-mono text-label">
                bw config server {address}
              </code>
            </dd>
          </div>
        </dl>
        <p className="text-muted">{t("limits")}</p>
      </div>
    </Card>
  );
}
