"use client";

import { useTranslations } from "next-intl";
import { type ComponentProps, useState } from "react";
import { type Act, ClientAct } from "@/components/clients/client-act";
import { type Allowed, entriesOf } from "@/components/clients/client-entries";
import { ClientStatus } from "@/components/clients/client-status";
import type { ClientRow, SeatTotal } from "@/components/clients/clients";
import { RemainingSeats } from "@/components/clients/remaining-seats";
import { TagChips } from "@/components/clients/tag-chips";
import type { SealedTags } from "@/components/clients/tags";
import { useColumnNames } from "@/components/clients/use-column-names";
import { useLinkedSeats } from "@/components/clients/use-linked-seats";
import type { SelectedClients } from "@/components/clients/use-selected-clients";
import type { Sort } from "@/components/lists/list-address";
import { sayWithName } from "@/components/lists/say-with-name";
import { SelectAll } from "@/components/lists/select-all";
import { Avatar } from "@/components/ui/avatar";
import { Checkbox } from "@/components/ui/checkbox";
import { RowMenu } from "@/components/ui/row-menu";
import { RowName } from "@/components/ui/row-name";
import { Table, Tbody, Td, Thead, Tr } from "@/components/ui/table";
import { Th } from "@/components/ui/table-heading";
import { VisuallyHidden } from "@/components/ui/visually-hidden";
import { planFacts } from "@/lib/domain/organization/plans";
import type { clientSorts } from "@/lib/domain/provider/inputs";

type Props = Allowed & {
  providerId: string;
  clients: ClientRow[];
  totals: SeatTotal[];
  sorts: Record<(typeof clientSorts)[number], Sort>;
  sealedTags: SealedTags;
  selection: SelectedClients;
  onManageTags: () => void;
  actions: ComponentProps<typeof ClientAct>["actions"];
};

export function ClientTable(props: Props) {
  const { providerId, clients, totals, may, heldBack, sorts, sealedTags, selection, onManageTags, actions } =
    props;
  const t = useTranslations("clients");
  const ui = useTranslations("ui");
  const { linked, leaveLink } = useLinkedSeats(clients);
  const [begun, setAct] = useState<Act | null>(null);
  const act: Act | null = begun ?? (linked && may.includes("administer_clients") ? linked : null);

  const hasMenus = [...may, ...heldBack].includes("administer_clients");
  const { columns, plans } = useColumnNames();
  const sayings = {
    select: sayWithName((name) => t("list.select", { name })),
    options: sayWithName((name) => t("list.options", { name })),
  };

  function close() {
    setAct(null);
    leaveLink();
  }

  return (
    <>
      <Table
        label={t("list.label")}
        inset={80}
        sorts={[
          { label: columns.name, ...sorts.name },
          { label: columns.assigned, ...sorts.assigned },
          { label: columns.used, ...sorts.used },
          { label: columns.remaining, ...sorts.remaining },
          { label: columns.plan, ...sorts.plan },
        ]}
      >
        <Thead>
          <SelectAll label={t("list.selectAll")} selection={selection} />
          <Th sort={sorts.name}>{columns.name}</Th>
          <Th sort={sorts.assigned} numeric>
            {columns.assigned}
          </Th>
          <Th sort={sorts.used} numeric>
            {columns.used}
          </Th>
          <Th sort={sorts.remaining} numeric>
            {columns.remaining}
          </Th>
          <Th sort={sorts.plan}>{columns.plan}</Th>
          <Th tight>
            <VisuallyHidden>{ui("rowOptions")}</VisuallyHidden>
          </Th>
        </Thead>
        <Tbody>
          {clients.map((client) => (
            <Tr key={client.id} selected={selection.isSelected(client.id)}>
              <Td narrow="select">
                <Checkbox
                  aria-label={sayings.select(client.name)}
                  checked={selection.isSelected(client.id)}
                  disabled={selection.isFull && !selection.isSelected(client.id)}
                  onChange={(event) => selection.tick(client, event.target.checked)}
                />
              </Td>
              <Td narrow="lead">
                <RowName
                  picture={<Avatar id={client.id} name={client.name} kind="organization" />}
                  name={client.name}
                  href={`/organizations/${client.id}`}
                  detail={<span className="cells:hidden">{plans[planFacts[client.plan].tier]}</span>}
                  badge={
                    <>
                      <ClientStatus {...client} />
                      <TagChips ids={client.tags} sealed={sealedTags} />
                    </>
                  }
                />
              </Td>
              <Td label={columns.assigned} numeric>
                {client.assigned}
              </Td>
              <Td label={columns.used} numeric>
                {client.used}
              </Td>
              <Td label={columns.remaining} numeric>
                <RemainingSeats count={client.remaining} />
              </Td>
              <Td narrow="hidden">{plans[planFacts[client.plan].tier]}</Td>
              <Td narrow="end">
                {hasMenus ? (
                  <RowMenu
                    label={sayings.options(client.name)}
                    entries={() =>
                      entriesOf(client, t, { may, heldBack }, (kind) => setAct({ kind, client }))
                    }
                  />
                ) : null}
              </Td>
            </Tr>
          ))}
        </Tbody>
      </Table>
      <ClientAct
        // As the page shows the client now: its numbers are what is confirmed.
        act={act && { ...act, client: clients.find(({ id }) => id === act.client.id) ?? act.client }}
        onClose={close}
        {...{ providerId, totals, may, sealedTags, onManageTags, actions }}
      />
    </>
  );
}
