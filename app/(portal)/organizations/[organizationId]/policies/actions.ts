"use server";

import { action } from "@/lib/http/action";
import { makeOwnCollections } from "@/lib/operations/collection/make-own-collections";
import { setPolicy } from "@/lib/operations/organization/set-policy";

export const setPolicyAction = action(setPolicy);
export const makeOwnCollectionsAction = action(makeOwnCollections, { keepsPage: true });
