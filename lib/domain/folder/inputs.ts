import { z } from "zod";
import { FolderId } from "@/lib/domain/ids";
import { within } from "@/lib/domain/names";
import { encString, textToSeal } from "@/lib/domain/sealed";

/** Characters of a folder's name, as people count them. */
const nameLimit = 100;

/** The name of a folder as it is typed, before it is sealed. */
export const FolderName = textToSeal().trim().min(1, { error: "required" }).superRefine(within(nameLimit));

export const FolderTarget = z.object({ folderId: FolderId });

/** The browser makes the id, so that sending twice creates once. */
export const NamedFolder = FolderTarget.extend({ name: encString() });
