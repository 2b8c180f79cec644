import { useMemo, useState } from "react";
import { useKept } from "@/components/forms/kept";
import { matching } from "@/components/items/matches";
import type { OpenedVault } from "@/components/items/open-vault";
import { passes, stillThere, type VaultFilter } from "@/components/items/vault-filter";

/** Which view of the vault is open, what is in it, and what of that fits the search. */
export function useVaultView(vault: OpenedVault) {
  const [search, setSearch] = useState("");
  const [wanted, setFilter] = useKept<VaultFilter>("filter", { by: "all" });
  const filter = stillThere(wanted, vault);
  const inView = useMemo(() => vault.items.filter((item) => passes(item, filter)), [vault, filter]);
  const found = useMemo(() => matching(inView, search), [inView, search]);
  return { filter, setFilter, search, setSearch, inView, found };
}
