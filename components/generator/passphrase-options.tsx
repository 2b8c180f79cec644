import { useTranslations } from "next-intl";
import { NumberOption } from "@/components/generator/number-option";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { PassphraseFloors } from "@/lib/domain/policy/combining";
import { type PassphraseWishes, passphraseWithin, wordCounts } from "@/lib/vault/generate-passphrase";

type Props = {
  wishes: PassphraseWishes;
  floors: PassphraseFloors | null;
  onChange: (wishes: PassphraseWishes) => void;
};

/** Of how many words a passphrase is, and how they are written. */
export function PassphraseOptions({ wishes, floors, onChange }: Props) {
  const t = useTranslations("generator.passphrase");
  const used = passphraseWithin(wishes, floors);
  const put = (change: Partial<PassphraseWishes>) => onChange({ ...wishes, ...change });
  return (
    <>
      <div className="flex flex-wrap gap-4">
        <NumberOption
          label={t("words")}
          value={wishes.words}
          used={used.words}
          max={wordCounts.max}
          onChange={(words) => put({ words })}
        />
        <Field label={t("separator")}>
          {(control) => (
            <span className="block w-32">
              <Input
                {...control}
                maxLength={3}
                value={wishes.separator}
                onChange={({ target }) => put({ separator: target.value })}
              />
            </span>
          )}
        </Field>
      </div>
      <fieldset className="flex min-w-0 flex-col gap-1.5">
        <legend className="mb-1.5 font-medium text-label text-muted">{t("options")}</legend>
        {(["capitalize", "includeNumber"] as const).map((name) => (
          <Checkbox
            key={name}
            checked={used[name]}
            disabled={floors?.[name] === true}
            onChange={({ target }) => put({ [name]: target.checked })}
          >
            {t(name)}
          </Checkbox>
        ))}
      </fieldset>
      <p className="text-label text-muted">{t("list")}</p>
    </>
  );
}
