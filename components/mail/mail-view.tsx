import { useTranslations } from "next-intl";
import { AppLink } from "@/components/ui/app-link";
import { Card } from "@/components/ui/card";
import { CopyButton } from "@/components/ui/copy-button";
import { DateTime } from "@/components/ui/date-time";
import { DescriptionRow } from "@/components/ui/description-row";

type Mail = { to: string; text: string; html: string; link: string | null; createdAt: string };

/** One kept mail: whom it went to, where it leads, and what it says in both of its forms. */
export function MailView({ mail }: { mail: Mail }) {
  const t = useTranslations("mail.page");
  return (
    <>
      <Card>
        <dl className="grid gap-3 md:grid-cols-2">
          <DescriptionRow label={t("recipient")}>{mail.to}</DescriptionRow>
          <DescriptionRow label={t("time")}>
            <DateTime value={mail.createdAt} />
          </DescriptionRow>
          {mail.link ? <LinkRow link={mail.link} /> : null}
        </dl>
      </Card>
      <div className="grid items-start gap-3.5 lg:grid-cols-2">
        <Card title={t("html")}>
          {/* No scripts, no forms, no way out: the sandbox grants nothing, and the page's policy is inherited. */}
          <iframe
            title={t("preview")}
            sandbox=""
            srcDoc={mail.html}
            className="h-140 w-full rounded-control border bg-white"
          />
        </Card>
        <Card title={t("text")}>
          <pre className="whitespace-pre-wrap break-words font-mono text-label">{mail.text}</pre>
        </Card>
      </div>
    </>
  );
}

function LinkRow({ link }: { link: string }) {
  const t = useTranslations("mail.page");
  return (
    <DescriptionRow wide label={t("link")} actions={<CopyButton label={t("copyLink")} value={link} />}>
      <AppLink href={link} prefetch={false} className="break-all text-link">
        {link}
      </AppLink>
    </DescriptionRow>
  );
}
