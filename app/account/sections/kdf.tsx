import { getTranslations } from "next-intl/server";
import { changeKdfAction } from "@/app/account/actions";
import { KdfForm } from "@/components/account/kdf-form";
import { Card } from "@/components/ui/card";
import { load } from "@/lib/http/page";
import { getMyKeys } from "@/lib/operations/account/get-my-keys";

export async function KdfSection() {
  const { kdf } = await load(getMyKeys, {});
  const t = await getTranslations("account");
  return (
    <Card title={t("kdf.title")}>
      <KdfForm current={kdf} change={changeKdfAction} />
    </Card>
  );
}
