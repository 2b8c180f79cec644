import { allow, type Decision, refuse } from "@/lib/domain/decision";

/** A provider is deleted only once all of its clients live on without it. */
export const mayBeDeleted = (clients: number): Decision =>
  clients > 0 ? refuse("clients_linked", { count: clients }) : allow;
