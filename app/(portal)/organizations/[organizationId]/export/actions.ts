"use server";

import { action } from "@/lib/http/action";
import { recordOrganizationExport } from "@/lib/operations/item/record-organization-export";

export const recordOrganizationExportAction = action(recordOrganizationExport, { keepsPage: true });
