"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { type Target, targets } from "@/lib/import/mapping";
import type { Preview } from "@/lib/import/preview";
import type { Naming } from "@/lib/import/read-file";

type Props = {
  table: Extract<Preview, { kind: "table" }>;
  /** What its columns became the last time. */
  kept: Target[] | null;
  isReading: boolean;
  onNaming: (naming: Naming) => void;
  onBack: () => void;
};

/** What each column of a table becomes that no program is known by. */
export function MappingStep({ table, kept, isReading, onNaming, onBack }: Props) {
  const t = useTranslations("import");
  const [isNamed, setNamed] = useState(table.isNamed);
  const [named, setNamedTargets] = useState<readonly Target[]>(kept ?? table.named.guess);
  const [bare, setBareTargets] = useState<readonly Target[]>(table.bare.guess);
  const { columns, rows } = isNamed ? table.named : table.bare;
  const [chosen, choose] = isNamed ? [named, setNamedTargets] : [bare, setBareTargets];
  const options = targets.map((value) => ({ value, label: t(`targets.${value}`) }));
  return (
    <Card title={t("columns")}>
      <div className="flex flex-col gap-4">
        <p className="max-w-180 text-muted">{t(kept && isNamed ? "columnsKept" : "columnsText", { rows })}</p>
        <Checkbox
          checked={isNamed}
          onChange={(event) => setNamed(event.target.checked)}
          hint={t(isNamed ? "firstRowNamesHint" : "firstRowIsItemHint")}
        >
          {t("firstRowNames")}
        </Checkbox>
        <div className="grid gap-x-6 gap-y-3.5 sm:grid-cols-2">
          {columns.map(({ id, title, samples }, at) => (
            <Field
              key={id}
              label={isNamed ? title || t("columnWithoutName") : t("columnNumber", { number: at + 1 })}
              hint={samples.join(" · ") || t("columnEmpty")}
            >
              {(control) => (
                <Select
                  {...control}
                  options={options}
                  value={chosen[at] ?? "hidden"}
                  onChange={(event) =>
                    // The options are the targets.
                    choose(
                      columns.map((_, place) =>
                        place === at ? (event.target.value as Target) : (chosen[place] ?? "hidden"),
                      ),
                    )
                  }
                />
              )}
            </Field>
          ))}
        </div>
        <div className="flex flex-wrap gap-2.5">
          <Button busy={isReading} onClick={() => onNaming({ isNamed, targets: chosen })}>
            {t("readColumns")}
          </Button>
          <Button variant="quiet" onClick={onBack}>
            {t("anotherFile")}
          </Button>
        </div>
      </div>
    </Card>
  );
}
