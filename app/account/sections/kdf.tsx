import { getTranslations } from "next-intl/server";
import { changeKdfAction } from "@/app/account/actions";
import { KdfForm } from "@/components/account/kdf-form";
import { Card } from "@/components/ui/card";
import type { KdfSettings } from "@/lib/crypto/types";

export async function KdfSection({ kdf }: { kdf: KdfSettings }) {
  const t = await getTranslations("account");
  return (
    <Card title={t("kdf.title")}>
      <KdfForm current={kdf} change={changeKdfAction} />
    </Card>
  );
}
