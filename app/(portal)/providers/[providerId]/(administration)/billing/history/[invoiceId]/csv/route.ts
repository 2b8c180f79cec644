import { clientsCsv, clientsFileName } from "@/lib/domain/billing/clients-csv";
import { fileEndpoint } from "@/lib/http/file";
import { listInvoiceClients } from "@/lib/operations/billing/list-invoice-clients";

export const GET = fileEndpoint(listInvoiceClients, (invoice) => ({
  name: clientsFileName(invoice),
  type: "text/csv; charset=utf-8",
  body: clientsCsv(invoice),
}));
