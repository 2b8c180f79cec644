import { getLocale, getTranslations } from "next-intl/server";
import { invoicePdf } from "@/lib/billing/pdf/invoice-pdf";
import { fileEndpoint } from "@/lib/http/file";
import { getInvoice } from "@/lib/operations/billing/get-invoice";

export const GET = fileEndpoint(getInvoice, async (invoice) => {
  const t = await getTranslations("billing.pdf");
  return {
    name: `${t("file")}_${invoice.number}.pdf`,
    type: "application/pdf",
    body: await invoicePdf(invoice, await getLocale()),
  };
});
