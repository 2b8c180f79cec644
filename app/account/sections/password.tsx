import { getTranslations } from "next-intl/server";
import { changeMasterPasswordAction } from "@/app/account/actions";
import { ChangePasswordForm } from "@/components/account/change-password-form";
import { Card } from "@/components/ui/card";
import { type BindingPolicy, strictestPassword } from "@/lib/domain/policy/combining";

type Props = {
  person: { name: string; email: string };
  policies: readonly BindingPolicy[];
  /** The master password is a temporary one: nothing else can be done first. */
  isDue: boolean;
};

export async function PasswordSection({ person, policies, isDue }: Props) {
  const t = await getTranslations("account");
  return (
    <div id={isDue ? undefined : "password"} className="scroll-mt-4">
      <Card title={t("password.title")}>
        <ChangePasswordForm
          person={person}
          change={changeMasterPasswordAction}
          asked={strictestPassword(policies)}
          isDue={isDue}
        />
      </Card>
    </div>
  );
}
