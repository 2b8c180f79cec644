import { useTranslations } from "next-intl";
import { type RequestVerification, VerifyEmailForm } from "@/components/account/verify-email-form";
import { Badge } from "@/components/ui/badge";

type Props = { email: string; verified: boolean; request: RequestVerification };

/** The person's address, whether it was proven, and a button that sends a link to prove it. */
export function EmailAddress({ email, verified, request }: Props) {
  const t = useTranslations("account.email");
  return (
    <div className="flex flex-col gap-4">
      <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
        <span className="min-w-0 wrap-anywhere font-medium">{email}</span>
        <Badge tone={verified ? "ok" : "warn"}>{t(verified ? "verified" : "notVerified")}</Badge>
      </p>
      {verified ? null : <VerifyEmailForm email={email} request={request} />}
    </div>
  );
}
