"use client";

import { useTranslations } from "next-intl";
import { GroupChips } from "@/components/collections/group-chips";
import { BulkBar } from "@/components/lists/bulk-bar";
import type { Sort } from "@/components/lists/list-address";
import { sayWithName } from "@/components/lists/say-with-name";
import { SelectAll } from "@/components/lists/select-all";
import { useSelection } from "@/components/lists/use-selection";
import type { PeopleOf, Person } from "@/components/people/person";
import { PersonBadges } from "@/components/people/person-badges";
import { actsForAll, entriesFor, type PersonTask } from "@/components/people/person-entries";
import { PersonSigns } from "@/components/people/person-signs";
import { shownName } from "@/components/people/shown-name";
import { Checkbox } from "@/components/ui/checkbox";
import type { MenuEntry } from "@/components/ui/menu";
import { PersonAvatar } from "@/components/ui/person-avatar";
import { RowMenu } from "@/components/ui/row-menu";
import { RowName } from "@/components/ui/row-name";
import { Table, Tbody, Td, Thead, Tr } from "@/components/ui/table";
import { Th } from "@/components/ui/table-heading";
import { VisuallyHidden } from "@/components/ui/visually-hidden";

type Props = {
  of: PeopleOf;
  people: readonly Person[];
  /** Whose drawer is open beside the list. */
  openId: string | null;
  sorts: { name: Sort; role: Sort };
  /** Where a row's menu leads besides. */
  leads: (person: Person) => readonly MenuEntry[];
  onAct: (task: PersonTask, people: readonly Person[]) => void;
};

/** People with their roles; what can be done with one stands in the row, and with several above the list. */
export function PeopleTable({ of, people, openId, sorts, leads, onAct }: Props) {
  const t = useTranslations("members");
  const ui = useTranslations("ui");
  const selection = useSelection(people);
  const showsGroups = people.some(({ groups }) => groups);
  const { selected } = selection;
  const sayings = {
    select: sayWithName((name) => t("list.select", { name })),
    options: sayWithName((name) => t("list.options", { name })),
  };

  return (
    <>
      <BulkBar
        label={t("list.selection")}
        count={t("list.selected", { count: selected.length })}
        selection={selection}
        acts={actsForAll(selected, t, (task) => onAct(task, selected))}
      />
      <Table
        label={t("list.label")}
        inset={80}
        needs={of === "organization" ? "m" : "s"}
        sorts={[
          { label: t("list.name"), ...sorts.name },
          { label: t("list.role"), ...sorts.role },
        ]}
      >
        <Thead>
          <SelectAll label={t("list.selectAll")} selection={selection} />
          <Th sort={sorts.name}>{t("list.name")}</Th>
          {showsGroups ? <Th>{t("list.groups")}</Th> : null}
          <Th sort={sorts.role}>{t("list.role")}</Th>
          {of === "organization" ? <Th>{t("list.signs")}</Th> : null}
          <Th tight>
            <VisuallyHidden>{ui("rowOptions")}</VisuallyHidden>
          </Th>
        </Thead>
        <Tbody>
          {people.map((person) => {
            const { id, name, email, groups, roleName, may } = person;
            const shown = shownName(person);
            const entries = entriesFor(of, person, t, (task) => onAct(task, [person]), leads(person));
            return (
              <Tr key={id} selected={selection.isSelected(id) || id === openId}>
                <Td narrow="select">
                  <Checkbox
                    aria-label={sayings.select(shown)}
                    checked={selection.isSelected(id)}
                    onChange={(event) => selection.tick(id, event.target.checked)}
                  />
                </Td>
                <Td narrow="lead">
                  <RowName
                    picture={<PersonAvatar of={person} name={shown} />}
                    name={shown}
                    {...(may.edit && { onOpen: () => onAct("edit", [person]) })}
                    detail={name ? email : null}
                    badge={<PersonBadges {...person} />}
                  />
                </Td>
                {showsGroups ? (
                  <Td narrow={groups?.length ? "second" : "hidden"}>
                    <GroupChips names={groups ?? []} />
                  </Td>
                ) : null}
                <Td label={t("list.role")}>{roleName}</Td>
                {of === "organization" ? (
                  <Td narrow={person.hasTwoStep || person.isEnrolled ? "second" : "hidden"}>
                    <PersonSigns {...person} />
                  </Td>
                ) : null}
                <Td narrow="end">
                  {entries.length > 0 ? <RowMenu label={sayings.options(shown)} entries={entries} /> : null}
                </Td>
              </Tr>
            );
          })}
        </Tbody>
      </Table>
    </>
  );
}
