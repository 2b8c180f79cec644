/** Why seats, plan or price changed. `began` is what stood there when the ledger was begun. */
export const ledgerReasons = [
  "began",
  "set_up",
  "client_created",
  "client_corrected",
  "seats_changed",
  "client_deleted",
  "client_linked",
  "client_unlinked",
  "minimum_changed",
  "provider_deleted",
] as const;
export type LedgerReason = (typeof ledgerReasons)[number];
