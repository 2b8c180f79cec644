import { useTranslations } from "next-intl";
import { NumberOption } from "@/components/generator/number-option";
import { Checkbox } from "@/components/ui/checkbox";
import type { GeneratorFloors } from "@/lib/domain/policy/combining";
import {
  characterClasses,
  mostOfClass,
  type PasswordWishes,
  passwordLengths,
  withinFloors,
} from "@/lib/vault/generate-password";

type Props = {
  wishes: PasswordWishes;
  floors: GeneratorFloors | null;
  onChange: (wishes: PasswordWishes) => void;
};

/** How long a password is, and of which characters. What organizations ask for cannot be left out. */
export function PasswordOptions({ wishes, floors, onChange }: Props) {
  const t = useTranslations("generator.password");
  const used = withinFloors(wishes, floors);
  const put = (change: Partial<PasswordWishes>) => onChange({ ...wishes, ...change });
  return (
    <>
      <div className="flex flex-wrap gap-4">
        <NumberOption
          label={t("length")}
          value={wishes.length}
          used={used.length}
          max={passwordLengths.max}
          onChange={(length) => put({ length })}
        />
        <NumberOption
          label={t("minNumbers")}
          value={wishes.minNumbers}
          used={used.minNumbers}
          max={mostOfClass}
          disabled={!used.classes.numbers}
          onChange={(minNumbers) => put({ minNumbers })}
        />
        <NumberOption
          label={t("minSpecial")}
          value={wishes.minSpecial}
          used={used.minSpecial}
          max={mostOfClass}
          disabled={!used.classes.special}
          onChange={(minSpecial) => put({ minSpecial })}
        />
      </div>
      <fieldset className="flex min-w-0 flex-col gap-1.5">
        <legend className="mb-1.5 font-medium text-label text-muted">{t("classes")}</legend>
        {characterClasses.map((name) => (
          <Checkbox
            key={name}
            checked={used.classes[name]}
            disabled={floors?.needs[name] === true}
            onChange={({ target }) => put({ classes: { ...wishes.classes, [name]: target.checked } })}
          >
            {t(name, { signs: "! # $ % & * + - = ? @ _" })}
          </Checkbox>
        ))}
        <Checkbox checked={wishes.lookAlikes} onChange={({ target }) => put({ lookAlikes: target.checked })}>
          {t("lookAlikes")}
        </Checkbox>
      </fieldset>
    </>
  );
}
