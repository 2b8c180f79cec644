import { useTranslations } from "next-intl";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { RadioGroup } from "@/components/ui/radio-group";
import { uninvited } from "@/components/ui/uninvited";
import { type UsernameWishes, usernameKinds } from "@/lib/vault/generate-username";

type Props = { wishes: UsernameWishes; onChange: (wishes: UsernameWishes) => void };

const isKind = (value: string): value is UsernameWishes["kind"] =>
  usernameKinds.some((kind) => kind === value);

/** What a username is made of. */
export function UsernameOptions({ wishes, onChange }: Props) {
  const t = useTranslations("generator.username");
  const put = (change: Partial<UsernameWishes>) => onChange({ ...wishes, ...change });
  return (
    <>
      <RadioGroup
        legend={t("kind")}
        name="username-kind"
        value={wishes.kind}
        onChange={({ target }) => isKind(target.value) && put({ kind: target.value })}
        options={[
          { value: "word", label: t("word") },
          { value: "plus", label: t("plus"), hint: t("plusHint") },
          { value: "catchAll", label: t("catchAll"), hint: t("catchAllHint") },
        ]}
      />
      {wishes.kind === "word" ? (
        <fieldset className="flex min-w-0 flex-col gap-1.5">
          <legend className="mb-1.5 font-medium text-label text-muted">{t("options")}</legend>
          {(["capitalize", "includeNumber"] as const).map((name) => (
            <Checkbox
              key={name}
              checked={wishes[name]}
              onChange={({ target }) => put({ [name]: target.checked })}
            >
              {t(name)}
            </Checkbox>
          ))}
        </fieldset>
      ) : (
        <Field label={t(wishes.kind === "plus" ? "email" : "domain")}>
          {(control) => (
            <Input
              {...control}
              {...uninvited}
              value={wishes.kind === "plus" ? wishes.email : wishes.domain}
              onChange={({ target }) =>
                put(wishes.kind === "plus" ? { email: target.value } : { domain: target.value })
              }
            />
          )}
        </Field>
      )}
    </>
  );
}
