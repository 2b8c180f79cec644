import { getTranslations } from "next-intl/server";
import { deleteAccountAction } from "@/app/account/actions";
import { askDeletionFacts } from "@/app/questions";
import { DeleteAccountCard } from "@/components/account/delete-account-card";
import { Card } from "@/components/ui/card";

export async function DeletionSection({ email }: { email: string }) {
  const t = await getTranslations("account");
  return (
    <Card title={t("deletion.title")}>
      <DeleteAccountCard email={email} askFacts={askDeletionFacts} deleteAccount={deleteAccountAction} />
    </Card>
  );
}
