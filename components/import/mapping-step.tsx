"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { type Mapping, type Target, targets } from "@/lib/import/mapping";
import type { Preview } from "@/lib/import/preview";

type Props = {
  table: Extract<Preview, { kind: "table" }>;
  /** What its columns became the last time. */
  kept: Mapping | null;
  isReading: boolean;
  onMapping: (mapping: Mapping) => void;
  onBack: () => void;
};

/** What each column of a table becomes that no program is known by. */
export function MappingStep({ table, kept, isReading, onMapping, onBack }: Props) {
  const t = useTranslations("import");
  const [mapping, setMapping] = useState(() => new Map<string, Target>(kept ?? table.guess));
  const options = targets.map((value) => ({ value, label: t(`targets.${value}`) }));
  return (
    <Card title={t("columns")}>
      <div className="flex flex-col gap-4">
        <p className="max-w-180 text-muted">
          {t(kept ? "columnsKept" : "columnsText", { rows: table.rows })}
        </p>
        <div className="grid gap-x-6 gap-y-3.5 sm:grid-cols-2">
          {table.columns.map(({ id, title, samples }) => (
            <Field
              key={id}
              label={title || t("columnWithoutName")}
              hint={samples.join(" · ") || t("columnEmpty")}
            >
              {(control) => (
                <Select
                  {...control}
                  options={options}
                  value={mapping.get(id) ?? "hidden"}
                  onChange={(event) =>
                    // The options are the targets.
                    setMapping(new Map(mapping).set(id, event.target.value as Target))
                  }
                />
              )}
            </Field>
          ))}
        </div>
        <div className="flex flex-wrap gap-2.5">
          <Button busy={isReading} onClick={() => onMapping([...mapping])}>
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
