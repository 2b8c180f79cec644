"use client";

import { useTranslations } from "next-intl";
import type { Placed } from "@/components/import/placing";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";

type Props = {
  folders: readonly { path: string; items: number }[];
  collections: readonly { id: string; name: string }[];
  mayMakeCollections: boolean;
  placed: Placed;
  onPlace: (path: string, to: string) => void;
};

/** More folders than this are not shown one by one: each goes where its name says. */
const shown = 60;

/** Which collection the items of each folder come into. */
export function DestinationFields({ folders, collections, mayMakeCollections, placed, onPlace }: Props) {
  const t = useTranslations("import");
  const known = collections.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <fieldset className="flex min-w-0 flex-col gap-3">
      <legend className="mb-1.5 font-medium text-label text-muted">{t("destination")}</legend>
      <div className="grid gap-x-6 gap-y-3.5 sm:grid-cols-2">
        {folders.slice(0, shown).map(({ path, items }) => (
          <Field key={path} label={path || t("noFolder")} hint={t("itemsOf", { count: items })}>
            {(control) => (
              <Select
                {...control}
                value={placed.get(path) ?? ""}
                options={[
                  ...(mayMakeCollections
                    ? [{ value: "new", label: t("newCollection", { name: path || t("imported") }) }]
                    : [{ value: "", label: t("pickCollection"), disabled: true }]),
                  ...known,
                ]}
                onChange={(event) => onPlace(path, event.target.value)}
              />
            )}
          </Field>
        ))}
      </div>
      {folders.length > shown ? (
        <p className="text-muted">{t("moreFolders", { count: folders.length - shown })}</p>
      ) : null}
    </fieldset>
  );
}

type LeftOutProps = {
  what: "leaveRepeated" | "leaveThere" | "leaveThereAnywhere";
  count: number;
  leaves: boolean;
  onLeave: (leaves: boolean) => void;
};

/** Whether what stands in the file twice comes once, or what is there already is left out. */
export function LeftOutField({ what, count, leaves, onLeave }: LeftOutProps) {
  const t = useTranslations("import");
  if (count === 0) return null;
  return (
    <Checkbox checked={leaves} onChange={(event) => onLeave(event.target.checked)}>
      {t(what, { count })}
    </Checkbox>
  );
}
