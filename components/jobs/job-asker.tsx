import { useTranslations } from "next-intl";
import { NameAndAddress } from "@/components/ui/name-and-address";
import type { ListedJob } from "@/lib/operations/client-job/list-client-jobs";

/** Who has asked for a job, as the log calls them. */
export function JobAsker({ name, email }: ListedJob["askedBy"]) {
  const t = useTranslations("clients.jobs");
  return email ? <NameAndAddress name={name} email={email} /> : t("nobody");
}
